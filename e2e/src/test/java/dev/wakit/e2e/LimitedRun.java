package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.worker.RunSummary;
import dev.wakit.message.TextMessage;
import dev.wakit.rate.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that lets the engine work for a while now and then. */
abstract class LimitedRun {

    private static final Duration GRACE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    @Test
    void aCampaignIsFinishedByOneRunThatEndsEarly() {
        try (var cluster = new Cluster(database(folder), 2, Stage.quick())) {
            List<CampaignId> ids = cluster.launchOnEveryLane(40, RateLimit.perSecond(100));
            Cluster.Member worker = cluster.member(GRACE);
            assertThat(worker.engine().isIdle()).isFalse();

            RunSummary summary = worker.engine().runFor(Duration.ofMinutes(4));

            assertThat(summary.sent()).isEqualTo(80);
            assertThat(summary.left()).isZero();
            assertThat(summary.isIdle()).isTrue();
            assertThat(summary.took()).isLessThan(Duration.ofMinutes(2));
            assertThat(ids)
                    .allSatisfy(
                            id -> assertThat(cluster.desk.campaigns().get(id).status())
                                    .isEqualTo(CampaignStatus.COMPLETED));
            nothingIsClaimed(cluster);

            cluster.simulator.awaitQuiet(Cluster.PATIENCE);
            RunSummary second = worker.engine().runFor(Duration.ofMinutes(4));
            assertThat(summary.webhooks() + second.webhooks()).isPositive();
            assertThat(worker.engine().isIdle()).isTrue();
            assertThat(ids)
                    .allSatisfy(id -> assertThat(progress(cluster, id).in(DeliveryState.READ))
                            .isEqualTo(40));
        }
    }

    @Test
    void aRunEndsEarlyWhenSingleSendsAreDone() {
        try (var cluster = new Cluster(database(folder), 1, Stage.quick())) {
            Cluster.Member worker = cluster.member(GRACE);
            PhoneNumber person = PhoneNumber.parse(People.magic(90, "0001").phone());
            cluster.desk
                    .outbox()
                    .enqueue(SingleSend.builder(Recipient.of(person), TextMessage.of("Your order is ready."))
                            .category(SendCategory.UTILITY)
                            .build());
            cluster.desk
                    .outbox()
                    .enqueue(SingleSend.builder(Recipient.of(person), TextMessage.of("Did you like it?"))
                            .category(SendCategory.UTILITY)
                            .notBefore(Instant.now().plus(Duration.ofHours(1)))
                            .build());
            assertThat(worker.engine().isIdle()).isFalse();

            RunSummary summary = worker.engine().runFor(Duration.ofMinutes(4));

            assertThat(summary.sent()).isEqualTo(1);
            assertThat(summary.left()).as("the one that is due later").isEqualTo(1);
            assertThat(summary.isIdle()).isTrue();
            assertThat(summary.took()).isLessThan(Duration.ofMinutes(2));
        }
    }

    @Test
    void severalShortRunsSendEverybodyOnce() {
        try (var cluster = new Cluster(database(folder), 2, Stage.quick())) {
            List<CampaignId> ids = cluster.launchOnEveryLane(60, RateLimit.perSecond(20));
            Cluster.Member worker = cluster.member(GRACE);
            int runs = 0;
            RunSummary summary;
            do {
                summary = worker.engine().runFor(Duration.ofSeconds(2));
                assertThat(summary.took()).isLessThan(Duration.ofSeconds(12));
                nothingIsClaimed(cluster);
                runs++;
            } while (!summary.isIdle() && runs < 60);

            assertThat(runs).isGreaterThan(1);
            cluster.awaitCompleted(ids);
            assertThat(cluster.simulator.ledger().duplicates()).isEmpty();
            assertThat(cluster.simulator.ledger().accepted()).hasSize(120);
        }
    }

    @Test
    void aProviderSlowerThanTheBudgetLeavesNothingClaimed() {
        try (var cluster = new Cluster(
                database(folder), 1, Stage.quick().latency(Duration.ofSeconds(15), Duration.ofSeconds(16)))) {
            CampaignId id =
                    cluster.launchOnEveryLane(30, RateLimit.perSecond(10)).get(0);
            Cluster.Member worker = cluster.member(GRACE);
            cluster.simulator.pauseWebhooks();

            RunSummary summary = worker.engine().runFor(Duration.ofSeconds(3));

            assertThat(summary.took()).as("no answer is waited for").isLessThan(Duration.ofSeconds(10));
            assertThat(summary.sent()).isZero();
            assertThat(progress(cluster, id).in(DeliveryState.UNCERTAIN)).isPositive();
            assertThat(summary.left())
                    .isEqualTo(progress(cluster, id).in(DeliveryState.PENDING))
                    .isPositive();
            nothingIsClaimed(cluster);

            // The answers were lost with the run; the statuses settle what was sent.
            cluster.simulator.resumeWebhooks();
            cluster.simulator.latency(Duration.ofMillis(5), Duration.ofMillis(20));
            cluster.join(GRACE);
            cluster.awaitCompleted(List.of(id));
            Awaitility.await()
                    .atMost(Cluster.PATIENCE)
                    .until(() -> progress(cluster, id).in(DeliveryState.READ) == 30);
            assertThat(cluster.simulator.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void aRunNeedsABudgetAndAnEngineThatDoesNothingElse() {
        try (var cluster = new Cluster(database(folder), 1, Stage.quick())) {
            Cluster.Member worker = cluster.member(GRACE);

            assertThatThrownBy(() -> worker.engine().runFor(Duration.ofMillis(999)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("PT0.999S");
            worker.engine().start();
            assertThatThrownBy(() -> worker.engine().runFor(Duration.ofSeconds(2)))
                    .isInstanceOf(IllegalStateException.class);
            worker.engine().close();
            assertThatThrownBy(() -> worker.engine().runFor(Duration.ofSeconds(2)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static CampaignProgress progress(Cluster cluster, CampaignId id) {
        return cluster.desk.campaigns().get(id).progress();
    }

    /** No lane is owned, no delivery is SENDING, no worker is registered, and every webhook that waits can be claimed at once. */
    static void nothingIsClaimed(Cluster cluster) {
        assertThat(cluster.owners())
                .isEqualTo(Map.of("", (long) cluster.stores.lanes().all().size()));
        cluster.stores
                .lanes()
                .all()
                .forEach(row -> assertThat(sending(cluster.stores.campaigns(), row.lane()))
                        .isZero());
        assertThat(cluster.desk.workers()).isEmpty();
        assertThat(cluster.stores.campaigns().preparing(10)).isEmpty();
    }

    /** What is SENDING in all campaigns of a tenant and in the mailboxes of a lane. */
    private static long sending(CampaignStore campaigns, LaneKey lane) {
        var rows = new ArrayList<>(campaigns.running(lane));
        rows.addAll(campaigns.list(lane.tenant(), Set.of(), CampaignQuery.FIRST_PAGE, 1_000));
        List<CampaignId> ids = rows.stream().map(CampaignRow::id).distinct().toList();
        return campaigns.counters(lane.tenant(), ids).values().stream()
                .mapToLong(counters -> counters.getOrDefault(CounterNames.state(DeliveryState.SENDING), 0L))
                .sum();
    }
}
