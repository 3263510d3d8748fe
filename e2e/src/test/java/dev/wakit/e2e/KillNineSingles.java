package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.TemplateMessage;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the engine for single sends: workers are killed while messages are enqueued, each of them twice. */
abstract class KillNineSingles {

    private static final int ROUND = 100;
    private static final int KILLS = Integer.getInteger("wakit.kills", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(90 + 5L * KILLS);

    private static final Set<DeliveryState> SETTLED = Set.of(DeliveryState.READ, DeliveryState.UNKNOWN);

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void losesNoSingleSendAndRepeatsNoneThroughKills() {
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        Database database = database(folder);
        Path log = folder.resolve("worker.log");
        int port = FreePort.next();
        var simulator = MetaSimulator.builder()
                .latency(Duration.ofMillis(20), Duration.ofMillis(60))
                .messagesPerSecond(1_000)
                .webhookDelay(Duration.ofMillis(50), Duration.ofMillis(1_500))
                .duplicateWebhooks(0.1)
                .shuffledWebhooks(true)
                .unreadRecipients(0)
                // As long as Meta tries, whatever the number of kills.
                .webhookRetries(Duration.ofDays(7))
                .start();
        try (simulator;
                var stores = database.open();
                var provider = Worker.provider(simulator);
                var desk = Worker.engine(stores, provider, event -> {})) {
            simulator.webhooksTo(URI.create("http://127.0.0.1:" + port + "/webhooks/meta"));
            var ids = new ArrayList<DeliveryId>();
            for (int kill = 0; kill < KILLS; kill++) {
                // What an earlier kill interrupted may never have reached the BSP: only this round's own sends are sure
                // to come.
                int target = simulator.ledger().accepted().size() + 10 + random.nextInt(80);
                try (var worker = WorkerProcess.start(database, simulator, port, log)) {
                    enqueue(desk.outbox(), ids, kill * ROUND, random);
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                            .until(() -> simulator.ledger().accepted().size() >= target);
                    worker.kill();
                }
            }
            try (var last = WorkerProcess.start(database, simulator, port, log)) {
                check(desk.outbox(), ids, simulator, seed);
            }
        }
    }

    private static void enqueue(Outbox outbox, List<DeliveryId> ids, int from, Random random) {
        for (int i = from; i < from + ROUND; i++) {
            SingleSend send = SingleSend.builder(
                            SingleSends.person(i),
                            TemplateMessage.builder("tour_package_marketing", "en_US")
                                    .body("Bali Premium", "45,000")
                                    .build())
                    .category(SendCategory.UTILITY)
                    .priority(Priority.values()[random.nextInt(Priority.values().length)])
                    .idempotencyKey("send-" + i)
                    .build();
            SendReceipt first = outbox.enqueue(send);
            assertThat(outbox.enqueue(send)).isEqualTo(new SendReceipt(first.delivery(), true));
            ids.add(first.delivery());
        }
    }

    private static void check(Outbox outbox, List<DeliveryId> ids, MetaSimulator simulator, long seed) {
        var open = new ArrayList<>(ids);
        Awaitility.await("nobody lost, seed " + seed)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    open.removeIf(id -> SETTLED.contains(stateOf(outbox, id)));
                    assertThat(open.stream()
                                    .collect(Collectors.groupingBy(id -> stateOf(outbox, id), Collectors.counting())))
                            .isEmpty();
                });
        List<LedgerEntry> accepted = simulator.ledger().accepted();
        long people = accepted.stream()
                .map(LedgerEntry::to)
                .collect(Collectors.toSet())
                .size();
        System.out.printf(
                "kill -9 of single sends: seed %d, %d kills, %d accepted, %d unknown%n",
                seed, KILLS, accepted.size(), ids.size() - read(outbox, ids));
        assertThat(simulator.ledger().duplicates())
                .as("duplicates, seed %d", seed)
                .isEmpty();
        assertThat((long) accepted.size()).as("one accept each, seed %d", seed).isEqualTo(people);
        // A status that comes late turns UNKNOWN into READ.
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(outbox, ids))
                        .as("accepted are read, seed %d", seed)
                        .isEqualTo(people));
        assertThat(ids).hasSize(KILLS * ROUND).doesNotHaveDuplicates();
    }

    private static long read(Outbox outbox, List<DeliveryId> ids) {
        return ids.stream()
                .filter(id -> stateOf(outbox, id) == DeliveryState.READ)
                .count();
    }

    private static DeliveryState stateOf(Outbox outbox, DeliveryId id) {
        return outbox.find(id).orElseThrow().state();
    }
}
