package dev.wakit.provider.dialog360;

import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderFactory;
import dev.wakit.provider.registry.ProviderSetting;
import dev.wakit.provider.registry.SettingKind;
import dev.wakit.rate.RateLimit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds {@link Dialog360Provider}s from configuration, as kind {@code 360dialog}. Thread-safe.
 *
 * @since 0.1
 */
public final class Dialog360ProviderFactory implements ProviderFactory {

    /** For {@link java.util.ServiceLoader}. */
    public Dialog360ProviderFactory() {}

    @Override
    public String kind() {
        return "360dialog";
    }

    @Override
    public List<ProviderSetting> settings() {
        return Stream.concat(own().stream(), ProviderSetting.ofHttp().stream()).toList();
    }

    private static List<ProviderSetting> own() {
        return List.of(
                ProviderSetting.required(
                                "api-key", SettingKind.SECRET, "The key of the number, from the 360dialog Hub.")
                        .replaceable(),
                ProviderSetting.required(
                        "phone-number-id", SettingKind.TEXT, "Meta's id of the number, as webhooks name it."),
                ProviderSetting.optional(
                        "platform-secret",
                        SettingKind.SECRET,
                        "What signs webhooks of partner accounts; several are separated by commas."),
                ProviderSetting.optional(
                        "webhook-header",
                        SettingKind.SECRET,
                        "A header that webhooks carry, as name: value, the same that was set with their address."),
                ProviderSetting.optional(
                        "passes-through",
                        SettingKind.TEXT,
                        "What 360dialog is known to pass on to Meta, separated by commas; see docs/360dialog.md."),
                ProviderSetting.optional(
                        "payments", SettingKind.FLAG, "Whether the account may send orders to pay; false by default."),
                ProviderSetting.optional(
                        "transfer-timeout",
                        SettingKind.DURATION,
                        "How long a request with a file may take; 5m by default."));
    }

    @Override
    public Dialog360Provider create(ProviderConfig config) {
        Dialog360ProviderBuilder builder = Dialog360Provider.builder(
                        config.required("api-key"), config.required("phone-number-id"))
                .id(config.id());
        config.list("platform-secret").forEach(builder::addPlatformSecret);
        config.text("webhook-header").ifPresent(header -> addHeader(builder, header));
        builder.passesThrough(config.list("passes-through").stream()
                .map(Dialog360ProviderFactory::feature)
                .toArray(Passthrough[]::new));
        config.flag("payments").ifPresent(builder::payments);
        config.url("base-url").ifPresent(builder::baseUrl);
        config.number("throughput").map(RateLimit::perSecond).ifPresent(builder::throughput);
        config.number("max-in-flight").ifPresent(builder::maxInFlight);
        config.duration("connect-timeout").ifPresent(builder::connectTimeout);
        config.duration("total-timeout").ifPresent(builder::totalTimeout);
        config.duration("transfer-timeout").ifPresent(builder::transferTimeout);
        config.duration("template-cache").ifPresent(builder::templateCache);
        return builder.build();
    }

    private static void addHeader(Dialog360ProviderBuilder builder, String header) {
        int colon = header.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("webhook-header must be written as name: value.");
        }
        builder.webhookHeader(
                header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }

    private static Passthrough feature(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(Passthrough.values())
                .filter(feature -> feature.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("passes-through has '" + word + "', which is none of "
                        + Stream.of(Passthrough.values())
                                .map(feature ->
                                        feature.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()
                        + "."));
    }

    @Override
    public void replaceCredentials(WhatsAppProvider provider, ProviderConfig config) {
        ((Dialog360Provider) provider).replaceApiKey(config.required("api-key"));
    }
}
