package dev.wakit.e2e;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.MetaProviderBuilder;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import java.net.URI;
import java.time.Duration;

/** A worker process: an engine with its webhook endpoint. It is started, and killed, by tests. */
public final class Worker {

    static final RetryPolicy QUICK =
            new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofHours(24));

    /** The system property with the lease of a process, as PT2S. */
    static final String LEASE = "wakit.worker.lease";

    private Worker() {}

    /** Arguments: database, simulator's address, token, phone number id, WABA id, app secret, verify token, webhook port. */
    public static void main(String[] args) throws InterruptedException {
        var stores = Database.open(args[0]);
        var provider = new HungryProvider(MetaProvider.builder(args[2], args[3])
                .baseUrl(URI.create(args[1]))
                .businessAccountId(args[4])
                .appSecret(args[5])
                .verifyToken(args[6])
                .throughput(RateLimit.perSecond(500))
                .build());
        var engine = CampaignEngine.builder(stores)
                .provider(provider)
                .retry(QUICK)
                .pairSpacing(Duration.ZERO)
                .evidenceGrace(Duration.ofSeconds(8))
                .evidenceLimit(Duration.ofSeconds(12))
                .lease(Duration.parse(System.getProperty(LEASE, "PT2S")))
                .build();
        var server = WebhookServer.start(Integer.parseInt(args[7]));
        server.serve(engine);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            engine.close();
            server.close();
            provider.close();
            stores.close();
        }));
        engine.start();
        System.out.println("READY");
        Thread.currentThread().join();
    }

    static MetaProvider provider(MetaSimulator simulator) {
        return meta(simulator).build();
    }

    static MetaProviderBuilder meta(MetaSimulator simulator) {
        return MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                .baseUrl(simulator.baseUrl())
                .businessAccountId(simulator.wabaId())
                .appSecret(simulator.appSecret())
                .verifyToken(simulator.verifyToken())
                .throughput(RateLimit.perSecond(500));
    }

    static CampaignEngine engine(CampaignStores stores, MetaProvider provider, CampaignListener listener) {
        return builder(stores, provider).listener(listener).build();
    }

    /** An engine that does not wait long. */
    static CampaignEngine.Builder builder(CampaignStores stores, WhatsAppProvider provider) {
        return CampaignEngine.builder(stores)
                .provider(provider)
                .retry(QUICK)
                .pairSpacing(Duration.ZERO)
                .evidenceGrace(Duration.ofSeconds(2))
                .evidenceLimit(Duration.ofSeconds(4))
                .lease(Duration.ofSeconds(2));
    }
}
