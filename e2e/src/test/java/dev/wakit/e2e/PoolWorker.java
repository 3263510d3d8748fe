package dev.wakit.e2e;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.provider.registry.ProviderConfigs;
import dev.wakit.provider.registry.ProviderRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Properties;

/** A worker process with providers of several BSPs, as a host configures them. It is started, and killed, by tests. */
public final class PoolWorker {

    private PoolWorker() {}

    /** Arguments: database, webhook port, the providers as the text of a properties file. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var properties = new Properties();
        properties.load(new StringReader(args[2]));
        var registry = ProviderRegistry.open(ProviderConfigs.fromProperties(properties));
        var stores = Database.open(args[0]);
        CampaignEngine.Builder builder = CampaignEngine.builder(stores)
                .retry(Worker.QUICK)
                .pairSpacing(Duration.ZERO)
                .evidenceGrace(Duration.ofSeconds(20))
                .evidenceLimit(Duration.ofSeconds(40))
                .lease(Duration.ofSeconds(2));
        registry.providers().forEach(builder::provider);
        CampaignEngine engine = builder.build();
        var server = WebhookServer.start(Integer.parseInt(args[1]));
        server.serve(engine);
        engine.start();
        System.out.println("READY");
        Thread.currentThread().join();
    }
}
