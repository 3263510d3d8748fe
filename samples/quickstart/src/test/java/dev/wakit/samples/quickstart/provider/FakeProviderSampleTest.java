package dev.wakit.samples.quickstart.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.TemplateMessage;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.provider.FakeProvider;
import dev.wakit.testkit.provider.FakeRefusal;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine over a provider in memory: a refusal, an acceptance and a status in three lines. */
class FakeProviderSampleTest {

    private final BlockingQueue<DeliveryState> states = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void aRefusalAnAcceptanceAndAStatusReachTheDelivery() throws Exception {
        var fake = FakeProvider.create();
        try (var stores = JdbcStores.sqlite(folder.resolve("wakit.db"));
                var engine = CampaignEngine.builder(stores)
                        .provider(fake)
                        .listener(event -> {
                            if (event instanceof CampaignEvent.DeliveryChanged changed) {
                                states.add(changed.delivery().state());
                            }
                        })
                        .build()) {
            engine.start();
            // region fake
            fake.refuseNext(FakeRefusal.UNREACHABLE);
            engine.outbox().enqueue(order("A-1007"));
            await(DeliveryState.FAILED);

            engine.outbox().enqueue(order("A-1008"));
            await(DeliveryState.ACCEPTED);
            var sent = fake.accepted().get(0);

            engine.webhooks().receive(fake.id(), fake.status(sent.id(), MessageStatus.DELIVERED));
            await(DeliveryState.DELIVERED);
            assertThat(fake.requests()).hasSize(2);
            // endregion
        }
    }

    private static SingleSend order(String number) {
        var message = TemplateMessage.builder("order_update", "en_US")
                .body(number, "on its way")
                .build();
        return SingleSend.builder(Recipient.of(PhoneNumber.parse("+91 99978 78323")), message)
                .category(SendCategory.UTILITY)
                .build();
    }

    private void await(DeliveryState expected) throws InterruptedException {
        DeliveryState seen = states.poll(30, TimeUnit.SECONDS);
        while (seen != null && seen != expected) {
            seen = states.poll(30, TimeUnit.SECONDS);
        }
        assertThat(seen).isEqualTo(expected);
    }
}
