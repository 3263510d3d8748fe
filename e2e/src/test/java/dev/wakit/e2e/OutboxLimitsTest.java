package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.OutboxFullException;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.TextMessage;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many single sends may wait, and how long one waits. */
class OutboxLimitsTest {

    /** More than a slow machine sends while it waits for sixty urgent messages. */
    private static final int BLAST = 20_000;

    @TempDir
    private Path folder;

    private static SingleSend.Builder text(int person) {
        return SingleSend.builder(SingleSends.person(person), TextMessage.of("Your order is on its way."));
    }

    @Test
    void aFullOutboxAnswersAtOnceUntilThereIsRoom() {
        try (var simulator = MetaSimulator.start();
                var stores = Database.sqlite(folder).open();
                var provider = Worker.provider(simulator);
                var engine = CampaignEngine.builder(stores)
                        .provider(provider)
                        .outboxLimit(3)
                        .build()) {
            Outbox outbox = engine.outbox();
            SingleSend first = text(0).idempotencyKey("first").build();
            DeliveryId waiting = outbox.enqueue(first).delivery();
            outbox.enqueue(text(1).build());
            outbox.enqueue(text(2).priority(Priority.LOW).build());

            assertThatThrownBy(() -> outbox.enqueue(text(3).build()))
                    .isInstanceOf(OutboxFullException.class)
                    .hasMessageContaining("has 3 single sends waiting")
                    .hasMessageContaining("Try again later");
            assertThat(outbox.enqueue(first)).isEqualTo(new SendReceipt(waiting, true));

            assertThat(outbox.cancel(waiting)).isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .ignoreException(OutboxFullException.class)
                    .until(() -> outbox.enqueue(text(3).build()).delivery() != null);
            assertThatThrownBy(() -> outbox.enqueue(text(4).build())).isInstanceOf(OutboxFullException.class);
        }
    }

    @Test
    void whatNeedsNoRoomTakesNone() {
        try (var simulator = MetaSimulator.start();
                var stores = Database.sqlite(folder).open();
                var provider = Worker.provider(simulator);
                var engine = CampaignEngine.builder(stores)
                        .provider(provider)
                        .outboxLimit(2)
                        .build()) {
            Outbox outbox = engine.outbox();
            SingleSend keyed = text(0).idempotencyKey("k").build();
            for (int i = 0; i < 5; i++) {
                outbox.enqueue(keyed);
                outbox.enqueue(text(1).sendBy(Instant.now().minusSeconds(1)).build());
            }

            outbox.enqueue(text(2).build());
            assertThatThrownBy(() -> outbox.enqueue(text(3).build())).isInstanceOf(OutboxFullException.class);
        }
    }

    @Test
    void anUrgentMessageWaitsNeitherForAnIdleLaneNorForABlast() {
        var simulator =
                Stage.quick().latency(Duration.ZERO, Duration.ofMillis(1)).messagesPerSecond(1_000);
        try (Stage stage = Stage.open(Database.sqlite(folder), simulator)) {
            send(stage, 5_000, 20);

            List<Long> idle = send(stage, 6_000, 100);
            stage.launch(People.ordinary(BLAST));
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.simulator.ledger().accepted().size() > 300);
            List<Long> busy = send(stage, 7_000, 60);

            int all = stage.simulator.ledger().accepted().size();
            System.out.printf(
                    "enqueue to POST: idle lane p50 %d ms, p99 %d ms; busy lane p50 %d ms, p99 %d ms%n",
                    share(idle, 50), share(idle, 99), share(busy, 50), share(busy, 99));
            assertThat(all).as("the blast is not over").isLessThan(BLAST);
            assertThat(share(idle, 99)).isLessThan(1_000);
            assertThat(share(busy, 99)).isLessThan(1_500);
        }
    }

    /** Milliseconds from before the enqueue to the simulator's acceptance, sorted. */
    private static List<Long> send(Stage stage, int firstPerson, int count) {
        var millis = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            var recipient = SingleSends.person(firstPerson + i);
            Instant before = Instant.now();
            stage.engine
                    .outbox()
                    .enqueue(SingleSend.builder(recipient, TextMessage.of("Code 123456"))
                            .priority(Priority.URGENT)
                            .category(SendCategory.AUTHENTICATION)
                            .build());
            List<LedgerEntry> accepted = Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> stage.simulator.ledger().acceptedFor(recipient.key()), found -> !found.isEmpty());
            millis.add(Duration.between(before, accepted.get(0).time()).toMillis());
        }
        Collections.sort(millis);
        return millis;
    }

    private static long share(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
