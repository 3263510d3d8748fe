package dev.wakit.samples.quickstart;

import dev.wakit.address.Region;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends a campaign to the people of a CSV file and shows how it gets on. */
public final class CampaignMain {

    private CampaignMain() {}

    /** Takes the CSV file, {@code samples/quickstart/data/customers.csv} when not given. */
    public static void main(String[] args) throws Exception {
        Path csv = Path.of(args.length > 0 ? args[0] : "samples/quickstart/data/customers.csv");
        Path file = Files.createTempDirectory("wakit-campaign").resolve("wakit.db");
        try (var simulator = MetaSimulator.builder()
                        .webhookDelay(Duration.ofMillis(50), Duration.ofMillis(400))
                        .start();
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
            watch(engine, campaign.id());
        }
        // endregion
    }

    private static void watch(CampaignEngine engine, CampaignId id) throws InterruptedException {
        Campaign campaign = engine.campaigns().get(id);
        while (!isSettled(campaign)) {
            TimeUnit.MILLISECONDS.sleep(200);
            campaign = engine.campaigns().get(id);
            var progress = campaign.progress();
            System.out.printf(
                    "%s: %d planned, %d to send, %d sent, %d delivered, %d failed%n",
                    campaign.status(),
                    progress.total(),
                    progress.remaining(),
                    progress.sent(),
                    progress.delivered(),
                    progress.in(DeliveryState.FAILED));
        }
        System.out.println("Skipped: " + campaign.progress().skippedByReason());
        System.out.println("Failed: " + campaign.progress().failedByCode());
    }

    private static boolean isSettled(Campaign campaign) {
        return campaign.status().isFinished()
                && campaign.progress().waitingForStatus() == 0
                && campaign.progress().in(DeliveryState.SENT) == 0;
    }
}
