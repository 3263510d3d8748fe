package dev.wakit.samples.server;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.catalog.Shop;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderRegistry;
import dev.wakit.samples.server.setting.ServerSettings;
import dev.wakit.samples.server.webhook.WebhookRoutes;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database and the providers that the settings ask for, with a simulator if no provider is configured. */
final class Backend implements AutoCloseable {

    private static final ProviderId SIMULATED = ProviderId.of("meta");

    private final JdbcStores stores;
    private final Shop shop;
    private final ProviderRegistry providers;
    private final @Nullable MetaSimulator simulator;

    private Backend(JdbcStores stores, ProviderRegistry providers, @Nullable MetaSimulator simulator) {
        this.stores = stores;
        this.shop = Shop.builder(stores).build();
        this.providers = providers;
        this.simulator = simulator;
    }

    static Backend open(ServerSettings settings) {
        JdbcStores stores = stores(settings);
        if (!settings.usesSimulator()) {
            return new Backend(stores, ProviderRegistry.open(settings.providers()), null);
        }
        // A seed of its own for each run: message ids must not repeat against a database that was kept.
        MetaSimulator simulator =
                MetaSimulator.builder().seed(new SecureRandom().nextLong()).start();
        return new Backend(stores, ProviderRegistry.open(List.of(simulated(simulator))), simulator);
    }

    private static JdbcStores stores(ServerSettings settings) {
        if (settings.usesPostgresql()) {
            return JdbcStores.postgresql(settings.database(), settings.databaseUser(), settings.databasePassword());
        }
        if (settings.usesMariaDb()) {
            return JdbcStores.mariadb(settings.database(), settings.databaseUser(), settings.databasePassword());
        }
        Path file = Path.of(settings.database()).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the database " + file + " cannot be made.", e);
        }
        return JdbcStores.sqlite(file);
    }

    /** A provider of the simulator, built like any other. */
    private static ProviderConfig simulated(MetaSimulator simulator) {
        return ProviderConfig.of(
                SIMULATED,
                "meta",
                Map.of(
                        "access-token", simulator.accessToken(),
                        "phone-number-id", simulator.phoneNumberId(),
                        "business-account-id", simulator.wabaId(),
                        "portfolio-id", simulator.portfolioId(),
                        "app-secret", simulator.appSecret(),
                        "verify-token", simulator.verifyToken(),
                        "base-url", simulator.baseUrl().toString()));
    }

    /** An engine over these, as the settings ask for. */
    CampaignEngine.Builder engine(ServerSettings settings) {
        CampaignEngine.Builder builder = CampaignEngine.builder(stores)
                .retry(settings.retry())
                .evidenceGrace(settings.evidenceGrace())
                .evidenceLimit(settings.evidenceLimit())
                .lease(settings.lease())
                .inbound(shop.intake())
                .outgoing(shop.outgoing());
        providers.providers().forEach(builder::provider);
        settings.keepCampaigns().ifPresent(builder::keepFinishedCampaigns);
        return builder;
    }

    /** The shop on the same database; the engine of {@link #engine} hears for it and asks it. */
    Shop shop() {
        return shop;
    }

    CampaignStores stores() {
        return stores;
    }

    ProviderRegistry providers() {
        return providers;
    }

    Optional<MetaSimulator> simulator() {
        return Optional.ofNullable(simulator);
    }

    /** For each provider of which it is known, whether the BSP posts webhooks, without which no status ever comes. */
    List<String> webhookStates() {
        return providers.providers().stream()
                .filter(MetaProvider.class::isInstance)
                .map(MetaProvider.class::cast)
                .map(provider -> "Provider '" + provider.id() + "': " + webhookState(provider))
                .toList();
    }

    private static String webhookState(MetaProvider provider) {
        try {
            return provider.account().subscriptions().isSubscribed()
                    ? "The app is subscribed to the webhooks of the account."
                    : "The app is NOT subscribed to the webhooks of the account: no status will come. Subscribe it in the App"
                            + " Dashboard, or with account().subscriptions().subscribe().";
        } catch (WhatsAppException | IllegalStateException e) {
            return "Whether the app is subscribed to webhooks could not be checked. " + e.getMessage();
        }
    }

    /** Has the built-in simulator post to this server. */
    void webhooksTo(URI server) {
        if (simulator != null) {
            simulator.webhooksTo(server.resolve(WebhookRoutes.path(SIMULATED)));
        }
    }

    @Override
    public void close() {
        providers.close();
        if (simulator != null) {
            simulator.close();
        }
        stores.close();
    }
}
