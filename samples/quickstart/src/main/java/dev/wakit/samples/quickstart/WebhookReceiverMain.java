package dev.wakit.samples.quickstart;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Receives what a person writes, and puts one who writes STOP on the suppression list. */
public final class WebhookReceiverMain {

    private WebhookReceiverMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        var heard = new CountDownLatch(3);
        try (var simulator = MetaSimulator.start();
                var stores = JdbcStores.sqlite(
                        Files.createTempDirectory("wakit-webhooks").resolve("wakit.db"));
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .appSecret(simulator.appSecret())
                        .verifyToken(simulator.verifyToken())
                        .build();
                var engine = CampaignEngine.builder(stores)
                        .provider(meta)
                        .listener(event -> {
                            tell(event);
                            heard.countDown();
                        })
                        .build();
                var endpoint = WebhookServer.start(engine.webhooks())) {
            engine.start();
            System.out.println("Handshake: " + simulator.handshake(endpoint.uri()));
            simulator.webhooksTo(endpoint.uri());
            simulator.customerWrites("+919997878323", "When does the shop open?");
            simulator.customerWrites("+919876543210", "STOP");
            heard.await(20, TimeUnit.SECONDS);
        }
    }

    // region listener
    private static void tell(CampaignEvent event) {
        if (event instanceof CampaignEvent.ReplyReceived reply) {
            System.out.println("Reply: " + reply.message().text().orElse("(no text)"));
        } else if (event instanceof CampaignEvent.PersonSuppressed person) {
            System.out.println("Suppressed: " + person.suppression().reason());
        }
    }
    // endregion
}
