package dev.wakit.samples.quickstart;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends a one-time password that survives a crash, overtakes campaigns, and is sent once however often it is asked for. */
public final class OneTimePasswordMain {

    private OneTimePasswordMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        Path file = Files.createTempDirectory("wakit-otp").resolve("wakit.db");
        var read = new CountDownLatch(1);
        try (var simulator = MetaSimulator.builder().unreadRecipients(0).start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .businessAccountId(simulator.wabaId())
                        .appSecret(simulator.appSecret())
                        .build();
                var stores = JdbcStores.sqlite(file);
                var engine = CampaignEngine.builder(stores)
                        .provider(meta)
                        .listener(event -> {
                            if (event instanceof CampaignEvent.DeliveryChanged changed
                                    && changed.delivery().state() == DeliveryState.READ) {
                                read.countDown();
                            }
                        })
                        .build();
                var endpoint = WebhookServer.start(engine.webhooks())) {
            simulator.webhooksTo(endpoint.uri());
            engine.start();
            run(engine);
            if (!read.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The message was not read within 30 seconds.");
            }
            Delivery delivery = engine.outbox().findByKey("login-4711").orElseThrow();
            System.out.println(delivery.state() + " after " + delivery.attemptNo() + " attempt");
            System.out.println("Meta accepted " + simulator.ledger().accepted().size());
        }
    }

    private static void run(CampaignEngine engine) {
        // region otp
        var asha = Recipient.of(PhoneNumber.parse("+91 99978 78323"));
        var message = TemplateMessage.builder("login_code", "en_US")
                .authenticationCode("123456")
                .build();
        var code = SingleSend.builder(asha, message)
                .category(SendCategory.AUTHENTICATION)
                .priority(Priority.URGENT)
                .idempotencyKey("login-4711")
                .sendBy(Instant.now().plus(Duration.ofMinutes(5)))
                .build();
        var receipt = engine.outbox().enqueue(code);
        var again = engine.outbox().enqueue(code);
        System.out.println("The same message: " + again.delivery().equals(receipt.delivery()));
        // endregion
    }
}
