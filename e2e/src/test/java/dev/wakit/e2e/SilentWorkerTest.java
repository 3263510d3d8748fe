package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.worker.WorkerStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which workers show that they live. */
class SilentWorkerTest {

    @TempDir
    private Path folder;

    @Test
    void aWorkerThatStoppedBeatingIsShownAsStaleAndTheOthersAreNot() {
        try (var cluster = new Cluster(Database.sqlite(folder), 1, Stage.quick())) {
            Cluster.Member silent = cluster.join();
            Cluster.Member alive = cluster.join();
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.desk.workers().size() == 2);
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.desk.workers().stream().noneMatch(WorkerStatus::isStale));

            // It lost its database for good, and so can neither beat nor take its entry away.
            silent.stores().close();

            List<WorkerStatus> workers = Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(cluster.desk::workers, SilentWorkerTest::isOneStale);
            assertThat(workers).hasSize(2);
            assertThat(workers)
                    .filteredOn(WorkerStatus::isStale)
                    .singleElement()
                    .satisfies(stale -> {
                        WorkerStatus other = workers.stream()
                                .filter(worker -> !worker.isStale())
                                .findFirst()
                                .orElseThrow();
                        assertThat(stale.heartbeatAt())
                                .isBefore(other.heartbeatAt().minusSeconds(3));
                    });

            alive.engine().close();
            assertThat(cluster.desk.workers())
                    .as("who ends in order takes the entry away")
                    .singleElement()
                    .matches(WorkerStatus::isStale);
        }
    }

    /** A busy machine may make the others look stale for a moment as well. */
    private static boolean isOneStale(List<WorkerStatus> workers) {
        return workers.stream().filter(WorkerStatus::isStale).count() == 1;
    }
}
