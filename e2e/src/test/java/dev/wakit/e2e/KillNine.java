package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.testkit.meta.MetaSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the engine: a worker is killed with {@code kill -9} at a random moment in mid-campaign, several times, and the
 * simulator's ledger shows that nobody was left out and nobody got the message twice.
 */
abstract class KillNine {

    private static final int KILLS = Integer.getInteger("wakit.kills", 3);
    private static final int RECIPIENTS = 100 + 100 * KILLS;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void losesNobodyAndRepeatsNobodyThroughKills() {
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
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(People.ordinary(RECIPIENTS))
                            .rate(dev.wakit.rate.RateLimit.perSecond(100))
                            .build())
                    .id();
            desk.campaigns().launch(id);
            long interrupted = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                try (var worker = WorkerProcess.start(database, simulator, port, log)) {
                    awaitMoment(simulator, random);
                    worker.kill();
                }
                interrupted += desk.campaigns().get(id).progress().in(DeliveryState.SENDING);
            }
            try (var last = WorkerProcess.start(database, simulator, port, log)) {
                var done = Ledgers.check(
                        desk, id, simulator, RECIPIENTS, PATIENCE.plusSeconds(RECIPIENTS / 50), "seed " + seed);
                System.out.printf(
                        "kill -9: %s, seed %d, %d kills, %d recipients, %d interrupted, %d read, %d unknown%n",
                        getClass().getSimpleName(),
                        seed,
                        KILLS,
                        RECIPIENTS,
                        interrupted,
                        done.progress().in(DeliveryState.READ),
                        done.progress().in(DeliveryState.UNKNOWN));
            }
        }
    }

    /** Most kills hit a worker that sends; some hit one that starts, takes its lane over, or reads webhooks only. */
    private static void awaitMoment(MetaSimulator simulator, Random random) {
        long until;
        int target;
        if (random.nextInt(4) == 0) {
            until = System.nanoTime() + Duration.ofMillis(random.nextInt(3_000)).toNanos();
            target = Integer.MAX_VALUE;
        } else {
            until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            target = simulator.ledger().accepted().size() + 1 + random.nextInt(120);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1 + random.nextInt(10)))
                .until(() -> simulator.ledger().accepted().size() >= target || System.nanoTime() - until >= 0);
    }

    @Test
    void interruptedDeliveriesAreUncertainUntilWebhooksSettleThem() {
        Database database = database(folder);
        Path log = folder.resolve("uncertain.log");
        int port = FreePort.next();
        var simulator = MetaSimulator.builder()
                .latency(Duration.ofSeconds(4), Duration.ofSeconds(5))
                .messagesPerSecond(1_000)
                .webhookDelay(Duration.ofMillis(10), Duration.ofMillis(50))
                .unreadRecipients(0)
                .start();
        try (simulator;
                var stores = database.open();
                var provider = Worker.provider(simulator);
                var desk = Worker.engine(stores, provider, event -> {})) {
            simulator.webhooksTo(URI.create("http://127.0.0.1:" + port + "/webhooks/meta"));
            simulator.pauseWebhooks();
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(People.ordinary(60)).build())
                    .id();
            desk.campaigns().launch(id);
            try (var worker = WorkerProcess.start(database, simulator, port, log)) {
                // The answers take seconds: what the simulator has is still on its way for the worker.
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !simulator.ledger().accepted().isEmpty());
                worker.kill();
            }
            long interrupted = desk.campaigns().get(id).progress().in(DeliveryState.SENDING);
            assertThat(interrupted).isPositive();
            simulator.latency(Duration.ofMillis(20), Duration.ofMillis(60));

            try (var next = WorkerProcess.start(database, simulator, port, log)) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> desk.campaigns().get(id).progress().in(DeliveryState.UNCERTAIN) == interrupted);
                simulator.resumeWebhooks();
                Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                    CampaignProgress progress = desk.campaigns().get(id).progress();
                    assertThat(progress.in(DeliveryState.READ) + progress.in(DeliveryState.UNKNOWN))
                            .isEqualTo(60);
                    assertThat(progress.in(DeliveryState.READ))
                            .isEqualTo(simulator.ledger().accepted().size());
                });
                assertThat(simulator.ledger().duplicates()).isEmpty();
            }
        }
    }
}
