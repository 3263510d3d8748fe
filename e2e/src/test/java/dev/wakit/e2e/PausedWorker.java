package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker stands still for three leases in mid-campaign, as in a long garbage collection, another one takes its lane, and then it
 * goes on believing that nothing happened.
 */
abstract class PausedWorker {

    private static final int PAUSES = Integer.getInteger("wakit.pauses", 3);
    private static final Duration STILL = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void aWorkerThatWakesUpAfterItsLeaseRepeatsNothingAndItsWritesAreRefused() throws IOException {
        int recipients = 400 * (PAUSES + 1);
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        Database database = database(folder);
        int[] ports = {FreePort.next(), FreePort.next()};
        Path[] logs = {folder.resolve("one.log"), folder.resolve("two.log")};
        WebhookServer server = WebhookServer.start(0);
        var simulator = MetaSimulator.builder()
                .webhooksTo(server.uri())
                // Slow enough that requests are on their way whenever the worker stops.
                .latency(Duration.ofMillis(200), Duration.ofMillis(500))
                .messagesPerSecond(1_000)
                .webhookDelay(Duration.ofMillis(50), Duration.ofMillis(1_000))
                .duplicateWebhooks(0.1)
                .shuffledWebhooks(true)
                .unreadRecipients(0)
                .start();
        try (simulator;
                var stores = database.open();
                var provider = Worker.provider(simulator);
                var desk = Worker.engine(stores, provider, event -> {});
                var one = WorkerProcess.start(database, simulator, ports[0], logs[0]);
                var two = WorkerProcess.start(database, simulator, ports[1], logs[1])) {
            // The desk takes webhooks over, so that none waits for a worker that stands still.
            server.serve(desk);
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(People.ordinary(recipients))
                            .rate(RateLimit.perSecond(60))
                            .build())
                    .id();
            desk.campaigns().launch(id);
            WorkerProcess[] workers = {one, two};
            for (int pause = 0; pause < PAUSES; pause++) {
                int target = simulator.ledger().accepted().size() + 60 + random.nextInt(60);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                        .until(() -> simulator.ledger().accepted().size() >= target);
                int owner = owner(stores, logs);

                workers[owner].pause();
                int before = simulator.ledger().accepted().size();
                // On SQLite a process that stands still in the middle of a transaction holds the file: then nobody goes
                // on before it.
                long until = System.nanoTime() + STILL.toNanos();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> System.nanoTime() - until >= 0
                                && (simulator.ledger().accepted().size() > before + 30
                                        || System.nanoTime() - until >= STILL.toNanos() * 2));
                workers[owner].resume();
            }

            var done = Ledgers.check(
                    desk, id, simulator, recipients, PATIENCE.plusSeconds(recipients / 40), "seed " + seed);
            long refused = refusals(logs[0]) + refusals(logs[1]);
            System.out.printf(
                    "paused worker: %s, seed %d, %d pauses, %d stale writes refused, %d read, %d unknown%n",
                    getClass().getSimpleName(),
                    seed,
                    PAUSES,
                    refused,
                    done.progress().in(DeliveryState.READ),
                    done.progress().in(DeliveryState.UNKNOWN));
            assertThat(refused).as("the fence was needed and held").isPositive();
        } finally {
            server.close();
        }
    }

    /** Which of the two workers took the lane last. */
    private static int owner(dev.wakit.campaign.store.CampaignStores stores, Path... logs) throws IOException {
        String worker = stores.lanes().all().get(0).owner();
        return Files.readString(logs[0]).contains(worker) ? 0 : 1;
    }

    private static long refusals(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("came after their rows had moved on"))
                    .count();
        }
    }
}
