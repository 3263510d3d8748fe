package dev.wakit.samples.quickstart;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends a campaign to the people of a CSV file and shows how it gets on. */
public final class CampaignMain {

    private CampaignMain() {}

    /** Takes the CSV file, {@code samples/quickstart/data/customers.csv} when not given. */
    public static void main(String[] args) throws Exception {
        Path csv = Path.of(args.length > 0 ? args[0] : "samples/quickstart/data/customers.csv");
        Path file = Files.createTempDirectory("wakit-campaign").resolve("wakit.db");
        try (var simulator = MetaSimulator.start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .businessAccountId(simulator.wabaId())
                        .appSecret(simulator.appSecret())
                        .build()) {
            run(meta, simulator, file, csv);
        }
    }

    private static void run(MetaProvider meta, MetaSimulator simulator, Path file, Path csv) throws Exception {
        // region campaign
        try (var stores = JdbcStores.sqlite(file);
                var engine = CampaignEngine.builder(stores).provider(meta).build();
                var endpoint = WebhookServer.start(engine.webhooks())) {
            simulator.webhooksTo(endpoint.uri());
            engine.start();

            var campaign = engine.campaigns()
                    .create(CampaignSpec.builder("Bali summer")
                            .content(TemplateContent.of("tour_package_marketing", "en_US")
                                    .body("{{package}}", "{{price|on request}}"))
                            .audience(Audience.csv(csv))
                            .defaultRegion(Region.of("IN"))
                            .rate(RateLimit.perMinute(600))
                            .build());
            engine.campaigns().launch(campaign.id());
            ProgressLine.printUntilSettled(engine.campaigns(), campaign.id());
        }
        // endregion
    }
}
