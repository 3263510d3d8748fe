package dev.wakit.provider.twilio;

import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderFactory;
import dev.wakit.provider.registry.ProviderSetting;
import dev.wakit.provider.registry.SettingKind;
import dev.wakit.rate.RateLimit;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds {@link TwilioProvider}s from configuration, as kind {@code twilio}. Thread-safe.
 *
 * @since 0.1
 */
public final class TwilioProviderFactory implements ProviderFactory {

    /** For {@link java.util.ServiceLoader}. */
    public TwilioProviderFactory() {}

    @Override
    public String kind() {
        return "twilio";
    }

    @Override
    public List<ProviderSetting> settings() {
        return Stream.concat(own().stream(), ProviderSetting.ofHttp().stream()).toList();
    }

    private static List<ProviderSetting> own() {
        return List.of(
                ProviderSetting.required("account-sid", SettingKind.TEXT, "AC and 32 digits; see Twilio's console."),
                ProviderSetting.required(
                        "sender", SettingKind.TEXT, "The number that sends, or the SID of a Messaging Service."),
                ProviderSetting.optional(
                                "auth-token",
                                SettingKind.SECRET,
                                "What signs webhooks, and calls without an API key; several are separated by commas.")
                        .replaceable(),
                ProviderSetting.optional(
                                "api-key-sid", SettingKind.TEXT, "SK and 32 digits, for calls with an API key.")
                        .replaceable(),
                ProviderSetting.optional("api-key-secret", SettingKind.SECRET, "The secret of the API key.")
                        .replaceable(),
                ProviderSetting.optional(
                        "webhook-url",
                        SettingKind.TEXT,
                        "The public address that Twilio posts to and signs; several are separated by commas."),
                ProviderSetting.optional(
                        "messaging-service-sid",
                        SettingKind.TEXT,
                        "The Messaging Service that the number sends within."),
                ProviderSetting.optional(
                        "content-url", SettingKind.URL, "Where the Content API is, for tests and proxies."),
                ProviderSetting.optional(
                        "messaging-url", SettingKind.URL, "Where the Senders API is, for tests and proxies."),
                ProviderSetting.optional(
                        "connection-overrides",
                        SettingKind.TEXT,
                        "How Twilio repeats webhooks, such as rc=5&rp=all&tt=15000."),
                ProviderSetting.optional(
                        "validity-period", SettingKind.DURATION, "How long a message may wait at Twilio; 1s to 10h."));
    }

    @Override
    public TwilioProvider create(ProviderConfig config) {
        TwilioProviderBuilder builder = TwilioProvider.builder(
                        config.required("account-sid"), credentials(config), config.required("sender"))
                .id(config.id());
        config.list("auth-token").forEach(builder::addAuthToken);
        List<URI> addresses =
                config.list("webhook-url").stream().map(URI::create).toList();
        addresses.stream().limit(1).forEach(builder::webhookUrl);
        addresses.stream().skip(1).forEach(builder::addWebhookUrl);
        config.text("messaging-service-sid").ifPresent(builder::messagingServiceSid);
        config.url("base-url").ifPresent(builder::baseUrl);
        config.url("content-url").ifPresent(builder::contentUrl);
        config.url("messaging-url").ifPresent(builder::messagingUrl);
        config.text("connection-overrides").ifPresent(builder::connectionOverrides);
        config.duration("validity-period").ifPresent(builder::validityPeriod);
        config.number("throughput").map(RateLimit::perSecond).ifPresent(builder::throughput);
        config.number("max-in-flight").ifPresent(builder::maxInFlight);
        config.duration("connect-timeout").ifPresent(builder::connectTimeout);
        config.duration("total-timeout").ifPresent(builder::totalTimeout);
        config.duration("template-cache").ifPresent(builder::templateCache);
        return builder.build();
    }

    @Override
    public void replaceCredentials(WhatsAppProvider provider, ProviderConfig config) {
        var twilio = (TwilioProvider) provider;
        twilio.replaceCredentials(credentials(config));
        List<String> tokens = config.list("auth-token");
        if (!tokens.isEmpty() && config.text("webhook-url").isPresent()) {
            twilio.replaceAuthTokens(tokens);
        }
    }

    private static TwilioCredentials credentials(ProviderConfig config) {
        var key = config.text("api-key-sid");
        var secret = config.text("api-key-secret");
        if (key.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("api-key-sid and api-key-secret belong together; give both or neither.");
        }
        if (key.isPresent()) {
            return TwilioCredentials.apiKey(key.get(), secret.orElseThrow());
        }
        return config.list("auth-token").stream()
                .findFirst()
                .map(TwilioCredentials::authToken)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there are no credentials. Give api-key-sid and api-key-secret, or auth-token."));
    }
}
