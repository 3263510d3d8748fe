package dev.wakit.samples.server;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.samples.server.setting.ServerSettings;
import dev.wakit.samples.server.setting.Setting;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database and the provider that the settings ask for, with a simulator behind it if there is no other. */
final class Backend implements AutoCloseable {

    private final CampaignStores stores;
    private final MetaProvider provider;
    private final @Nullable MetaSimulator simulator;

    private Backend(CampaignStores stores, MetaProvider provider, @Nullable MetaSimulator simulator) {
        this.stores = stores;
        this.provider = provider;
        this.simulator = simulator;
    }

    static Backend open(ServerSettings settings) {
        CampaignStores stores = stores(settings);
        if (!settings.usesSimulator()) {
            return new Backend(stores, meta(settings), null);
        }
        // A seed of its own for each run: message ids must not repeat against a database that was kept.
        MetaSimulator simulator =
                MetaSimulator.builder().seed(new SecureRandom().nextLong()).start();
        return new Backend(stores, simulated(simulator), simulator);
    }

    private static CampaignStores stores(ServerSettings settings) {
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

    private static MetaProvider meta(ServerSettings settings) {
        return MetaProvider.builder(
                        settings.meta(Setting.WAKIT_META_TOKEN), settings.meta(Setting.WAKIT_META_PHONE_NUMBER_ID))
                .businessAccountId(settings.meta(Setting.WAKIT_META_WABA_ID))
                .appSecret(settings.meta(Setting.WAKIT_META_APP_SECRET))
                .verifyToken(settings.meta(Setting.WAKIT_META_VERIFY_TOKEN))
                .baseUrl(settings.metaBaseUrl())
                .build();
    }

    private static MetaProvider simulated(MetaSimulator simulator) {
        return MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                .businessAccountId(simulator.wabaId())
                .appSecret(simulator.appSecret())
                .verifyToken(simulator.verifyToken())
                .baseUrl(simulator.baseUrl())
                .build();
    }

    /** An engine over these, as the settings ask for. */
    CampaignEngine.Builder engine(ServerSettings settings) {
        CampaignEngine.Builder builder = CampaignEngine.builder(stores)
                .provider(provider)
                .retry(settings.retry())
                .evidenceGrace(settings.evidenceGrace())
                .evidenceLimit(settings.evidenceLimit())
                .lease(settings.lease());
        settings.keepCampaigns().ifPresent(builder::keepFinishedCampaigns);
        return builder;
    }

    CampaignStores stores() {
        return stores;
    }

    WhatsAppProvider provider() {
        return provider;
    }

    Optional<MetaSimulator> simulator() {
        return Optional.ofNullable(simulator);
    }

    /** Whether Meta sends this app the webhooks of the account, without which no status ever comes. */
    String webhookState() {
        try {
            return provider.account().subscriptions().isSubscribed()
                    ? "The app is subscribed to the webhooks of the account."
                    : "The app is NOT subscribed to the webhooks of the account: no status will come. Subscribe it in the App"
                            + " Dashboard, or with account().subscriptions().subscribe().";
        } catch (WhatsAppException e) {
            return "Whether the app is subscribed to webhooks could not be checked. " + e.getMessage();
        }
    }

    void webhooksTo(URI url) {
        if (simulator != null) {
            simulator.webhooksTo(url);
        }
    }

    @Override
    public void close() {
        provider.close();
        if (simulator != null) {
            simulator.close();
        }
        try {
            stores.close();
        } catch (Exception e) {
            throw new IllegalStateException("The database could not be closed.", e);
        }
    }
}
