package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.rate.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is set back to an older copy of itself while workers send. */
abstract class HistoryLoss {

    private static final int PEOPLE = 300;

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void nobodySendsUntilWebhooksHaveHealedWhatLooksUnsent() {
        Database database = database(folder);
        try (var cluster = new Cluster(database, 2, Stage.quick())) {
            List<CampaignId> ids = interruptedByARestore(cluster, database, Duration.ofSeconds(18));
            settledCount(cluster);

            assertThat(cluster.desk.lanes()).hasSize(2).allSatisfy(lane -> {
                assertThat(lane.ownedHere()).isFalse();
                assertThat(lane.holdReason().orElse(""))
                        .startsWith("quarantine: ")
                        .contains("beat");
                assertThat(lane.heldUntil()).isPresent();
            });
            cluster.simulator.resumeWebhooks();
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.desk.quarantine().isEmpty());
            // No worker adopts what nobody could take: that would stay with it for ten leases of two seconds.
            cluster.awaitOwners(Duration.ofSeconds(15), 1, 1);
            cluster.awaitCompleted(ids);

            assertThat(cluster.simulator.ledger().duplicates()).isEmpty();
            assertThat(cluster.simulator.ledger().accepted()).hasSize(2 * PEOPLE);
            assertThat(cluster.events).anyMatch(CampaignEvent.QuarantineBegan.class::isInstance);
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.events.stream().anyMatch(CampaignEvent.QuarantineEnded.class::isInstance));
        }
    }

    @Test
    void anOperatorEndsAQuarantineAndIsRemembered() {
        Database database = database(folder);
        try (var cluster = new Cluster(database, 2, Stage.quick())) {
            interruptedByARestore(cluster, database, Duration.ofHours(1));
            int before = settledCount(cluster);
            assertThat(cluster.desk.quarantine().orElseThrow().until())
                    .isAfter(Instant.now().plus(Duration.ofMinutes(55)));

            assertThat(cluster.desk.endQuarantine("asha")).isTrue();

            assertThat(cluster.desk.endQuarantine("asha")).isFalse();
            assertThat(cluster.stores.history().all(1).get(0).endedBy()).isEqualTo("asha");
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> cluster.simulator.ledger().accepted().size() > before);
        }
    }

    /** Two workers in mid-campaign when the database is set back, and the quarantine that follows. */
    private static List<CampaignId> interruptedByARestore(Cluster cluster, Database database, Duration grace) {
        cluster.join(grace);
        cluster.join(grace);
        List<CampaignId> ids = cluster.launchOnEveryLane(PEOPLE, RateLimit.perSecond(2));
        cluster.awaitOwners(1, 1);
        ids.forEach(id -> cluster.desk.campaigns().changeRate(id, RateLimit.perSecond(25)));
        // Webhooks come late, so that the copy knows nothing of what is sent after it.
        cluster.simulator.pauseWebhooks();
        awaitAccepted(cluster, 60);
        database.copy();
        awaitAccepted(cluster, 160);
        database.setBack();
        Awaitility.await()
                .atMost(Cluster.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> cluster.desk.quarantine().isPresent());
        assertThat(cluster.desk.campaigns().get(ids.get(0)).progress().in(DeliveryState.PENDING))
                .as("what was sent after the copy looks unsent")
                .isGreaterThan(PEOPLE / 2);
        return ids;
    }

    private static void awaitAccepted(Cluster cluster, int count) {
        Awaitility.await()
                .atMost(Cluster.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> cluster.simulator.ledger().accepted().size() >= count);
    }

    /** What was accepted once requests under way have landed; it must not grow while the quarantine lasts. */
    private static int settledCount(Cluster cluster) {
        Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        int count = cluster.simulator.ledger().accepted().size();
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> cluster.simulator.ledger().accepted().size() == count);
        return count;
    }
}
