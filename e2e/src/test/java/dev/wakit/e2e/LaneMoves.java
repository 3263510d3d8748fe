package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.campaign.worker.WorkerStatus;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lanes move between workers that come and go, in the middle of sending, and nobody is lost or reached twice. */
abstract class LaneMoves {

    private static final int LANES = 6;
    private static final int PEOPLE = 250;

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void lanesAreSharedWhenWorkersJoinAndLeaveWhileTheySend() {
        try (var cluster = new Cluster(database(folder), LANES, Stage.quick())) {
            List<CampaignId> ids = cluster.launchOnEveryLane(PEOPLE, RateLimit.perSecond(20));
            cluster.join();
            cluster.awaitOwners(6);
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.simulator.ledger().accepted().size() > 20);

            Cluster.Member second = cluster.join();
            cluster.awaitOwners(3, 3);
            cluster.join();
            cluster.awaitOwners(2, 2, 2);
            long moved = cluster.simulator.ledger().accepted().size();
            second.engine().close();
            cluster.awaitOwners(3, 3);

            assertThat(moved).as("the lanes moved while they were sent").isLessThan(LANES * PEOPLE);
            cluster.awaitCompleted(ids);
            cluster.simulator.awaitQuiet(Cluster.PATIENCE);
            everybodyGotItOnce(cluster, ids);
        }
    }

    private static void everybodyGotItOnce(Cluster cluster, List<CampaignId> ids) {
        List<LedgerEntry> accepted = cluster.simulator.ledger().accepted();
        assertThat(cluster.simulator.ledger().duplicates()).isEmpty();
        assertThat(accepted).hasSize(LANES * PEOPLE);
        assertThat(accepted.stream().map(LedgerEntry::to).collect(Collectors.toSet()))
                .hasSize(LANES * PEOPLE);
        Awaitility.await().atMost(Cluster.PATIENCE).untilAsserted(() -> {
            for (CampaignId id : ids) {
                Campaign campaign = cluster.desk.campaigns().get(id);
                assertThat(campaign.progress().in(DeliveryState.READ))
                        .as("%s", campaign.progress())
                        .isEqualTo(PEOPLE);
            }
        });
    }

    @Test
    void lanesRestOnceTheyAreShared() {
        try (var cluster = new Cluster(database(folder), 5, Stage.quick())) {
            List<CampaignId> ids = cluster.launchOnEveryLane(2, RateLimit.perSecond(20));
            cluster.join();
            cluster.join();
            cluster.join();
            cluster.awaitOwners(1, 2, 2);
            cluster.awaitCompleted(ids);
            long epochs = cluster.epochs();

            Awaitility.await()
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> cluster.epochs() == epochs && !cluster.owners().containsKey(""));
        }
    }

    @Test
    void everyWorkerIsSeenUntilItLeaves() {
        try (var cluster = new Cluster(database(folder), 2, Stage.quick())) {
            cluster.launchOnEveryLane(1, RateLimit.perSecond(20));
            cluster.join();
            Cluster.Member second = cluster.join();
            cluster.awaitOwners(1, 1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> cluster.desk.workers().stream()
                            .map(WorkerStatus::lanes)
                            .toList()
                            .equals(List.of(1, 1)));

            assertThat(cluster.desk.workers()).allSatisfy(worker -> {
                assertThat(worker.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(worker.state()).isEqualTo(WorkerState.RUNNING);
                assertThat(worker.isStale()).isFalse();
                assertThat(worker.heartbeatAt()).isAfterOrEqualTo(worker.startedAt());
            });
            second.engine().close();
            assertThat(cluster.desk.workers()).hasSize(1);
        }
    }
}
