package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.dialog360.Dialog360Provider;
import dev.wakit.provider.twilio.TwilioCredentials;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.testkit.dialog360.Dialog360Simulator;
import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign runs over every BSP, with the same numbers that decide what happens. */
class EveryProviderTest {

    private static final int ORDINARY = 60;

    @TempDir
    private Path folder;

    private final WebhookServer server = WebhookServer.start(0);

    @Test
    void aCampaignRunsOverTwilio() {
        try (server;
                var simulator = TwilioSimulator.start();
                var provider = TwilioProvider.builder(
                                simulator.accountSid(),
                                TwilioCredentials.apiKey(simulator.apiKeySid(), simulator.apiKeySecret()),
                                simulator.sender())
                        .authToken(simulator.authToken())
                        .baseUrl(simulator.baseUrl())
                        .contentUrl(simulator.baseUrl())
                        .messagingUrl(simulator.baseUrl())
                        .webhookUrl(server.uri("twilio"))
                        .build()) {
            simulator.webhooksTo(server.uri("twilio"));

            run(provider, "en", simulator.ledger());
        }
    }

    @Test
    void aCampaignRunsOver360dialog() {
        try (server;
                var simulator = Dialog360Simulator.start();
                var provider = Dialog360Provider.builder(simulator.apiKey(), simulator.phoneNumberId())
                        .platformSecret(simulator.platformSecret())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            simulator.webhooksTo(server.uri(provider.id().value()), Map.of());

            run(provider, "en_US", simulator.ledger());
        }
    }

    private void run(WhatsAppProvider provider, String language, Ledger ledger) {
        var people = new ArrayList<AudienceMember>(People.ordinary(ORDINARY));
        people.add(People.magic(1, "0026"));
        people.add(People.magic(2, "0408"));
        people.add(People.magic(3, "0429"));
        people.add(People.magic(4, "7867"));
        try (var stores = Database.sqlite(folder).open();
                var engine = CampaignEngine.builder(stores)
                        .provider(provider)
                        .retry(Worker.QUICK)
                        .build()) {
            server.serve(engine);
            engine.start();
            CampaignId id = engine.campaigns()
                    .create(CampaignSpec.builder("Order news")
                            .content(
                                    TemplateContent.of("order_update", language).body("A-1007", "on its way"))
                            .audience(Audience.of(people))
                            .build())
                    .id();
            engine.campaigns().launch(id);

            Awaitility.await().atMost(Stage.PATIENCE).untilAsserted(() -> {
                Campaign campaign = engine.campaigns().get(id);
                assertThat(campaign.status()).isEqualTo(CampaignStatus.COMPLETED);
                assertThat(campaign.progress().in(DeliveryState.READ))
                        .as(campaign.progress().toString())
                        .isEqualTo(ORDINARY + 3);
                assertThat(campaign.progress().in(DeliveryState.FAILED)).isOne();
                assertThat(engine.suppressions().list(TenantId.DEFAULT, "", 10))
                        .as("who wrote STOP")
                        .hasSize(1);
            });
            assertThat(ledger.duplicates()).isEmpty();
        }
    }
}
