package dev.wakit.samples.server.provider;

import dev.wakit.address.SenderId;
import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.ProviderSetting;
import dev.wakit.provider.registry.SettingKind;
import dev.wakit.samples.server.webhook.WebhookRoutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider as pages and programs see it: never a value of its settings. */
record ProviderView(
        String id,
        String kind,
        boolean simulated,
        String defaultSender,
        List<String> senders,
        String webhookPath,
        Health health,
        long credentialsVersion,
        List<Credential> credentials) {

    /** What the latest look said. */
    record Health(
            String state,
            String detail,
            @Nullable String checkedAt,
            @Nullable String credentialsExpireAt) {

        private static final Health UNKNOWN = new Health(
                "UNKNOWN",
                "It was not looked at yet, or its BSP has no call that tells. Messages may go out all the same.",
                null,
                null);

        static Health of(Optional<ProviderHealth> health) {
            return health.map(known -> new Health(
                            known.state().name(),
                            known.detail(),
                            known.checkedAt().toString(),
                            known.credentialsExpireAt().map(Instant::toString).orElse(null)))
                    .orElse(UNKNOWN);
        }
    }

    /** A setting that can be replaced while the server runs. */
    record Credential(String name, boolean secret, String description) {

        static Credential of(ProviderSetting setting) {
            return new Credential(setting.name(), setting.kind() == SettingKind.SECRET, setting.description());
        }
    }

    static ProviderView of(Providers providers, WhatsAppProvider provider) {
        return new ProviderView(
                provider.id().value(),
                providers.kind(provider.id()),
                providers.isSimulated(provider.id()),
                provider.defaultSender().value(),
                providers.knownSenders(provider).stream().map(SenderId::value).toList(),
                WebhookRoutes.path(provider.id()),
                Health.of(providers.health(provider.id())),
                provider.credentialsVersion(),
                providers.replaceable(provider.id()).stream()
                        .map(Credential::of)
                        .toList());
    }
}
