package dev.wakit.provider.meta;

import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderFactory;
import dev.wakit.provider.registry.ProviderSetting;
import dev.wakit.provider.registry.SettingKind;
import dev.wakit.rate.RateLimit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds {@link MetaProvider}s from configuration, as kind {@code meta}. Thread-safe.
 *
 * @since 0.1
 */
public final class MetaProviderFactory implements ProviderFactory {

    /** For {@link java.util.ServiceLoader}. */
    public MetaProviderFactory() {}

    @Override
    public String kind() {
        return "meta";
    }

    @Override
    public List<ProviderSetting> settings() {
        return Stream.concat(own().stream(), ProviderSetting.ofHttp().stream()).toList();
    }

    private static List<ProviderSetting> own() {
        return List.of(
                ProviderSetting.required(
                                "access-token",
                                SettingKind.SECRET,
                                "The token of a system user; see the app's page at Meta.")
                        .replaceable(),
                ProviderSetting.required(
                        "phone-number-id", SettingKind.TEXT, "The id of the number that sends; see WhatsApp Manager."),
                ProviderSetting.optional(
                        "business-account-id",
                        SettingKind.TEXT,
                        "The id of the WhatsApp business account, for its templates."),
                ProviderSetting.optional(
                        "portfolio-id", SettingKind.TEXT, "The id of the business portfolio, for its catalogs."),
                ProviderSetting.optional(
                        "catalog-review-channel",
                        SettingKind.TEXT,
                        "Meta's word for WhatsApp in the review of products; WHATSAPP by default."),
                ProviderSetting.optional(
                        "app-secret", SettingKind.SECRET, "What signs webhooks; several are separated by commas."),
                ProviderSetting.optional(
                        "verify-token", SettingKind.SECRET, "What Meta repeats when it checks the webhook address."),
                ProviderSetting.optional(
                        "app-id", SettingKind.TEXT, "The id of the app, to upload files for templates."),
                ProviderSetting.optional(
                        "graph-version", SettingKind.TEXT, "The version of the Graph API; v25.0 by default."),
                ProviderSetting.optional("api-base-url", SettingKind.URL, "Where the calls without a version are."),
                ProviderSetting.optional(
                        "proves-app-secret",
                        SettingKind.FLAG,
                        "Whether requests carry appsecret_proof; false by default."),
                ProviderSetting.optional(
                        "payments", SettingKind.FLAG, "Whether the account may send orders to pay; false by default."),
                ProviderSetting.optional(
                        "messaging-account-id",
                        SettingKind.TEXT,
                        "The account that is charged, if the number serves several."),
                ProviderSetting.optional(
                        "transfer-timeout",
                        SettingKind.DURATION,
                        "How long a request with a file may take; 5m by default."));
    }

    @Override
    public MetaProvider create(ProviderConfig config) {
        MetaProviderBuilder builder = MetaProvider.builder(
                        config.required("access-token"), config.required("phone-number-id"))
                .id(config.id());
        config.text("business-account-id").ifPresent(builder::businessAccountId);
        config.text("portfolio-id").ifPresent(builder::portfolioId);
        config.text("catalog-review-channel").ifPresent(builder::catalogReviewChannel);
        config.list("app-secret").forEach(builder::addAppSecret);
        config.text("verify-token").ifPresent(builder::verifyToken);
        config.text("app-id").ifPresent(builder::appId);
        config.text("graph-version").map(GraphVersion::of).ifPresent(builder::graphVersion);
        config.url("base-url").ifPresent(builder::baseUrl);
        config.url("api-base-url").ifPresent(builder::apiBaseUrl);
        config.flag("proves-app-secret").ifPresent(builder::provesAppSecret);
        config.flag("payments").ifPresent(builder::payments);
        config.text("messaging-account-id").ifPresent(builder::messagingAccountId);
        config.number("throughput").map(RateLimit::perSecond).ifPresent(builder::throughput);
        config.number("max-in-flight").ifPresent(builder::maxInFlight);
        config.duration("connect-timeout").ifPresent(builder::connectTimeout);
        config.duration("total-timeout").ifPresent(builder::totalTimeout);
        config.duration("transfer-timeout").ifPresent(builder::transferTimeout);
        config.duration("template-cache").ifPresent(builder::templateCache);
        return builder.build();
    }

    @Override
    public void replaceCredentials(WhatsAppProvider provider, ProviderConfig config) {
        ((MetaProvider) provider).replaceAccessToken(config.required("access-token"));
    }
}
