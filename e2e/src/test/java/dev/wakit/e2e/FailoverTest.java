package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.rate.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL server dies in mid-campaign and its standby takes its place: one that has every commit, and one that lags. */
@ExtendWith(LostConnections.class)
class FailoverTest {

    private static final int FAILOVERS = Integer.getInteger("wakit.failovers", 1);
    private static final long SEED = Long.getLong("wakit.seed", System.nanoTime());
    private static final int PEOPLE = 700;
    private static final int PER_SECOND = 100;

    /** Longer than any webhook of the simulator needs, with its repetitions while nobody takes it. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @Test
    void aStandbyThatHasEveryCommitTakesOverAndNobodyIsLostOrReachedTwice() {
        var random = new Random(SEED);
        for (int i = 1; i <= FAILOVERS; i++) {
            Path place = folder.resolve("sync" + i);
            try (var primary = RestartablePostgres.start(place);
                    var standby = PostgresStandby.of(primary, primary.port(), place);
                    var cluster = new Cluster(database(primary, standby), 1, Stage.quick())) {
                PostgresStandby.requiredBy(primary);
                CampaignId id = launch(cluster);
                awaitAccepted(cluster, 200 + random.nextInt(200));

                primary.kill();
                standby.promote();

                var done = Ledgers.check(
                        cluster.desk,
                        id,
                        cluster.simulator,
                        PEOPLE,
                        Cluster.PATIENCE,
                        "failover " + i + ", seed " + SEED);
                assertThat(cluster.events).anyMatch(CampaignEvent.QuarantineBegan.class::isInstance);
                System.out.printf(
                        "failover to a synchronous standby: seed %d, %d read, %d unknown%n",
                        SEED,
                        done.progress().in(DeliveryState.READ),
                        done.progress().in(DeliveryState.UNKNOWN));
            }
        }
    }

    /** Every status comes later than the standby lags, so that none is acknowledged and lost with the commits. */
    @Test
    void aStandbyThatLagsIsQuarantinedUntilWebhooksHaveHealedWhatWasLost() {
        var random = new Random(SEED);
        for (int i = 1; i <= FAILOVERS; i++) {
            Path place = folder.resolve("async" + i);
            try (var primary = RestartablePostgres.start(place);
                    var hole = BlackHole.before(primary.port());
                    var standby = PostgresStandby.of(primary, hole.port(), place);
                    var cluster = new Cluster(
                            database(primary, standby),
                            1,
                            Stage.quick().webhookDelay(Duration.ofSeconds(2), Duration.ofSeconds(4)))) {
                CampaignId id = launch(cluster);
                awaitAccepted(cluster, 200 + random.nextInt(100));
                hole.swallow();
                // Half a second of sending that the standby never hears of.
                awaitAccepted(cluster, accepted(cluster) + PER_SECOND / 2);

                primary.kill();
                long unsent = standby.number("select count(*) from wa_delivery where state = 'PENDING'");
                long forgotten = accepted(cluster) + unsent - PEOPLE;
                standby.promote();

                Awaitility.await()
                        .atMost(Cluster.PATIENCE)
                        .until(() -> cluster.events.stream().anyMatch(CampaignEvent.QuarantineBegan.class::isInstance));
                CampaignProgress done = awaitOver(cluster, id);
                System.out.printf(
                        "failover to a standby that lags: seed %d, loss window %d messages that looked unsent,"
                                + " %d accepted, %d unknown%n",
                        SEED, forgotten, accepted(cluster), done.in(DeliveryState.UNKNOWN));
                assertThat(forgotten)
                        .as("messages whose intent was lost, seed %d", SEED)
                        .isPositive();
                assertThat(cluster.simulator.ledger().duplicates())
                        .as("seed %d", SEED)
                        .isEmpty();
                assertThat((long) accepted(cluster) + done.in(DeliveryState.UNKNOWN))
                        .as("nobody was left out, seed %d", SEED)
                        .isGreaterThanOrEqualTo(PEOPLE);
                assertThat(done.duplicateSends()).isZero();
            }
        }
    }

    private static Database database(RestartablePostgres primary, PostgresStandby standby) {
        return Database.at("jdbc:postgresql://localhost:" + primary.port() + ",localhost:" + standby.port()
                + "/postgres?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=3");
    }

    /** Two workers, so that one can take the lane of the other too early. */
    private static CampaignId launch(Cluster cluster) {
        cluster.join(GRACE);
        cluster.join(GRACE);
        return cluster.launchOnEveryLane(PEOPLE, RateLimit.perSecond(PER_SECOND))
                .get(0);
    }

    private static int accepted(Cluster cluster) {
        return cluster.simulator.ledger().accepted().size();
    }

    private static void awaitAccepted(Cluster cluster, int count) {
        Awaitility.await()
                .atMost(Cluster.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> accepted(cluster) >= count);
    }

    /** Nothing is left to send or to settle. */
    private static CampaignProgress awaitOver(Cluster cluster, CampaignId id) {
        return Awaitility.await()
                .atMost(Cluster.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(
                        () -> cluster.desk.campaigns().get(id).progress(),
                        progress -> progress.total() == PEOPLE
                                && progress.in(DeliveryState.PENDING) == 0
                                && progress.in(DeliveryState.SENDING) == 0
                                && progress.in(DeliveryState.UNCERTAIN) == 0);
    }
}
