package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM under load: the process ends within 35 seconds, and when the BSP answers nothing is left in the air. The system property
 * {@code wakit.f19} says how often.
 */
abstract class OrderlyStop {

    private static final int RUNS = Integer.getInteger("wakit.f19", 3);
    private static final int PER_RUN = 60;
    private static final Duration LIMIT = Duration.ofSeconds(35);
    /** No pause of the machine costs a worker its lane, and with it the answers to what it has sent. */
    private static final String LONG_LEASE = "-D" + Worker.LEASE + "=PT15S";

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void aTerminatedProcessLeavesNothingInTheAir() throws Exception {
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        Database database = database(folder);
        Path log = folder.resolve("worker.log");
        MetaSimulator simulator = Stage.quick()
                .latency(Duration.ofMillis(100), Duration.ofMillis(400))
                .start();
        try (simulator;
                var server = WebhookServer.start(0);
                var stores = database.open();
                var provider = Worker.provider(simulator);
                var desk = Worker.engine(stores, provider, event -> {})) {
            server.serve(desk);
            simulator.webhooksTo(server.uri());
            int people = PER_RUN * (RUNS + 1);
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(People.ordinary(people))
                            .rate(RateLimit.perSecond(100))
                            .build())
                    .id();
            desk.campaigns().launch(id);
            long slowest = 0;
            for (int run = 1; run <= RUNS; run++) {
                int target = run * PER_RUN - random.nextInt(PER_RUN / 2);
                try (var worker = WorkerProcess.start(database, simulator, 0, log, LONG_LEASE)) {
                    Awaitility.await()
                            .atMost(Cluster.PATIENCE)
                            .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                            .until(() -> simulator.ledger().accepted().size() >= target);
                    slowest = Math.max(slowest, worker.terminate(LIMIT));
                }
                nothingIsInTheAir(desk, id, seed);
                assertThat(stores.lanes().all()).as("seed %d", seed).allMatch(LaneRow::isFree);
                assertThat(desk.workers()).as("seed %d", seed).isEmpty();
            }
            try (var last = WorkerProcess.start(database, simulator, 0, log, LONG_LEASE)) {
                Awaitility.await()
                        .atMost(Cluster.PATIENCE)
                        .until(() -> desk.campaigns().get(id).status() == CampaignStatus.COMPLETED
                                && desk.campaigns().get(id).progress().in(DeliveryState.READ) == people);
            }
            System.out.printf("SIGTERM: seed %d, %d runs, slowest end %d ms%n", seed, RUNS, slowest);
            assertThat(simulator.ledger().accepted()).as("seed %d", seed).hasSize(people);
            assertThat(simulator.ledger().duplicates()).as("seed %d", seed).isEmpty();
        }
    }

    private static void nothingIsInTheAir(CampaignEngine desk, CampaignId id, long seed) {
        Campaign campaign = desk.campaigns().get(id);
        for (DeliveryState state : List.of(DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.UNKNOWN)) {
            assertThat(campaign.progress().in(state))
                    .as("%s, seed %d", state, seed)
                    .isZero();
        }
    }

    @Test
    void aSecondCloseDoesNotWaitForAnswers() throws Exception {
        try (var cluster = new Cluster(
                database(folder), 1, Stage.quick().latency(Duration.ofSeconds(18), Duration.ofSeconds(19)))) {
            cluster.simulator.pauseWebhooks();
            CampaignId id =
                    cluster.launchOnEveryLane(10, RateLimit.perSecond(20)).get(0);
            Cluster.Member worker = cluster.join(Duration.ofSeconds(30));
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.desk.campaigns().get(id).progress().in(DeliveryState.SENDING) > 0);
            CompletableFuture<Void> first = CompletableFuture.runAsync(worker.engine()::close);
            Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(first).as("the first close waits for answers").isNotDone();

            long begun = System.nanoTime();
            worker.engine().close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            first.get(60, TimeUnit.SECONDS);
            worker.engine().close();
            LimitedRun.nothingIsClaimed(cluster);
            assertThat(cluster.desk.campaigns().get(id).progress().in(DeliveryState.UNCERTAIN))
                    .isPositive();
        }
    }

    @Test
    void aListenerMayCloseTheEngineThatCallsIt() {
        MetaSimulator simulator = Stage.quick()
                .latency(Duration.ofMillis(1_000), Duration.ofMillis(2_000))
                .start();
        var engine = new AtomicReference<CampaignEngine>();
        var calls = new AtomicInteger();
        try (simulator;
                var server = WebhookServer.start(0);
                var stores = database(folder).open();
                var provider = Worker.provider(simulator)) {
            CampaignListener closing = event -> {
                if (event instanceof CampaignEvent.DeliveryChanged) {
                    calls.incrementAndGet();
                    engine.get().close();
                }
            };
            engine.set(Worker.builder(stores, provider)
                    .lease(Duration.ofSeconds(10))
                    .listener(closing)
                    .build());
            server.serve(engine.get());
            simulator.webhooksTo(server.uri());
            CampaignId id = engine.get()
                    .campaigns()
                    .create(Stage.spec(People.ordinary(200))
                            .rate(RateLimit.perSecond(20))
                            .build())
                    .id();
            engine.get().campaigns().launch(id);

            engine.get().start();

            Awaitility.await().atMost(Cluster.PATIENCE).until(() -> calls.get() > 0);
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> stores.lanes().all().stream().allMatch(LaneRow::isFree));
            // Called for each event, it still hurries nobody: every request that was begun gets its answer.
            nothingIsInTheAir(engine.get(), id, 0);
            assertThat(calls.get()).isGreaterThan(1);
            assertThat(engine.get().campaigns().get(id).progress().in(DeliveryState.PENDING))
                    .isPositive();
        }
    }

    @Test
    void theLaneIsNotTakenWhileItsOwnerWaitsForAnswers() {
        try (var cluster = new Cluster(
                database(folder), 1, Stage.quick().latency(Duration.ofSeconds(12), Duration.ofSeconds(13)))) {
            CampaignId id =
                    cluster.launchOnEveryLane(10, RateLimit.perSecond(20)).get(0);
            Duration lease = Duration.ofSeconds(4);
            Cluster.Member worker = cluster.member(Duration.ofSeconds(30), lease);
            worker.engine().start();
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.desk.campaigns().get(id).progress().in(DeliveryState.SENDING) > 0);
            cluster.member(Duration.ofSeconds(30), lease).engine().start();

            // The answers take three times the lease: it is renewed until they are here.
            worker.engine().close();

            assertThat(cluster.desk.campaigns().get(id).progress().in(DeliveryState.UNCERTAIN))
                    .isZero();
            cluster.awaitCompleted(List.of(id));
            assertThat(cluster.simulator.ledger().duplicates()).isEmpty();
        }
    }
}
