package dev.wakit.samples.server.setting;

import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderConfigException;
import dev.wakit.provider.registry.ProviderFactory;
import dev.wakit.provider.registry.ProviderRegistry;
import dev.wakit.provider.registry.ProviderSetting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Whether providers can be built, and what they can be built from. */
final class ProviderChecks {

    private static final Map<String, String> WEBHOOK_SETTINGS = Map.of(
            "meta", "app-secret, and verify-token for the handshake",
            "twilio", "webhook-url and auth-token",
            "360dialog", "platform-secret or webhook-header");

    private ProviderChecks() {}

    /**
     * Builds every provider for a moment, which connects to nothing.
     *
     * @throws ProviderConfigException naming everything that is wrong with every instance
     */
    static void check(List<ProviderConfig> configs) {
        try (ProviderRegistry registry = ProviderRegistry.open(configs)) {
            List<String> problems = configs.stream()
                    .filter(config -> !takesWebhooks(registry.provider(config.id())))
                    .map(ProviderChecks::withoutWebhooks)
                    .toList();
            if (!problems.isEmpty()) {
                throw new ProviderConfigException(problems);
            }
        }
    }

    private static boolean takesWebhooks(WhatsAppProvider provider) {
        try {
            provider.webhooks();
            return true;
        } catch (IllegalStateException notConfigured) {
            return false;
        }
    }

    private static String withoutWebhooks(ProviderConfig config) {
        return "Provider '" + config.id()
                + "': its webhooks could not be told from forged ones, and without them no status ever comes. Set "
                + WEBHOOK_SETTINGS.getOrDefault(config.kind(), "what signs them") + ".";
    }

    /** The settings of every kind that is on the class path. */
    static String help() {
        return ServiceLoader.load(ProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ProviderFactory::kind))
                .map(factory -> "  " + factory.kind() + ": "
                        + factory.settings().stream().map(ProviderChecks::name).collect(Collectors.joining(", "))
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String name(ProviderSetting setting) {
        return setting.name() + (setting.need() == ProviderSetting.Need.REQUIRED ? " (needed)" : "");
    }
}
