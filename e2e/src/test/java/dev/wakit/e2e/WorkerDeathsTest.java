package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message makes its process run out of memory; somebody interrupts the engine's threads. */
class WorkerDeathsTest {

    private static final int PEOPLE = 200;

    /** What a JVM with this option exits with when memory is used up. */
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    private Path folder;

    /** The try is durable before the request is built: the next worker does not walk into the same wall without end. */
    @ParameterizedTest
    @CsvSource({"RECONCILE_HOLD, 1", "AT_LEAST_ONCE, 3"})
    void aMessageThatUsesUpTheMemoryEndsAsManyWorkersAsItHasTriesAndCostsNobodyElse(SendMode mode, int deaths) {
        Database database = Database.sqlite(folder);
        Path log = folder.resolve("worker.log");
        AudienceMember poison = People.magic(90, "1111");
        var people = new ArrayList<>(People.ordinary(PEOPLE));
        people.add(PEOPLE / 2, poison);
        try (var server = WebhookServer.start(0);
                var simulator = Stage.quick().webhooksTo(server.uri()).start();
                var stores = database.open();
                var provider = Worker.provider(simulator);
                var desk = Worker.engine(stores, provider, event -> {})) {
            server.serve(desk);
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(people)
                            .sendMode(mode)
                            .rate(RateLimit.perSecond(100))
                            .build())
                    .id();
            desk.campaigns().launch(id);
            for (int death = 1; death <= deaths; death++) {
                try (var worker = start(database, simulator, log, poison)) {
                    assertThat(worker.ended(Cluster.PATIENCE))
                            .as("death %d", death)
                            .isTrue();
                    assertThat(worker.exitValue()).isEqualTo(OUT_OF_MEMORY);
                }
            }

            try (var last = start(database, simulator, log, poison)) {
                Awaitility.await()
                        .atMost(Cluster.PATIENCE)
                        .until(
                                () -> desk.campaigns().get(id),
                                campaign -> campaign.status() == CampaignStatus.COMPLETED
                                        && campaign.progress().in(DeliveryState.READ)
                                                        + campaign.progress().in(DeliveryState.UNKNOWN)
                                                == PEOPLE + 1);

                assertThat(last.ended(Duration.ZERO)).isFalse();
                // A status that comes late turns UNKNOWN into READ.
                Awaitility.await()
                        .atMost(Cluster.PATIENCE)
                        .untilAsserted(() -> assertThat(
                                        desk.campaigns().get(id).progress().in(DeliveryState.READ))
                                .isEqualTo(simulator.ledger().accepted().stream()
                                        .map(entry -> entry.to())
                                        .distinct()
                                        .count()));
                if (mode == SendMode.RECONCILE_HOLD) {
                    assertThat(simulator.ledger().duplicates()).isEmpty();
                }
            }
        }
    }

    private static WorkerProcess start(Database database, MetaSimulator simulator, Path log, AudienceMember poison) {
        return WorkerProcess.start(
                database,
                simulator,
                0,
                log,
                "-XX:+ExitOnOutOfMemoryError",
                "-D" + HungryProvider.PERSON + "=" + poison.phone());
    }

    /** As a listener does that was interrupted in its own work, or a host that means other threads. */
    @Test
    void interruptsThatNobodyMeantForTheEngineStopNoneOfItsThreads() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignId id = stage.launch(Stage.spec(People.ordinary(400)).rate(RateLimit.perSecond(100)));
            for (int sent = 50; sent <= 250; sent += 100) {
                int target = sent;
                Awaitility.await()
                        .atMost(Stage.PATIENCE)
                        .until(() -> stage.simulator.ledger().accepted().size() >= target);
                assertThat(interruptLoops())
                        .contains(
                                "wakit-conductor",
                                "wakit-planner",
                                "wakit-reconciler",
                                "wakit-webhooks",
                                "wakit-lanes");
            }

            Campaign done = stage.awaitSettled(id);

            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(400);
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
        }
    }

    /**
     * Interrupts all threads of the engines in this JVM; returns their names. Not those of the provider: a request that is interrupted
     * has an unknown outcome, as it should.
     */
    private static List<String> interruptLoops() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("wakit-")
                        && !thread.getName().startsWith("wakit-meta-"))
                .peek(Thread::interrupt)
                .map(Thread::getName)
                .toList();
    }
}
