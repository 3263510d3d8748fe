package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.LaneStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lanes: one owner at a time, with an epoch that only grows.
 *
 * @since 0.1
 */
public abstract class LaneStoreContract extends StoreFixture {

    /** For subclasses. */
    protected LaneStoreContract() {}

    private LaneStore lanes() {
        return stores().lanes();
    }

    private Optional<LaneLease> acquire(String worker) {
        return lanes().acquire(LANE, worker, LEASE);
    }

    private LaneRow row() {
        return lanes().all().get(0);
    }

    @Test
    void addsALaneOnce() {
        lanes().ensure(LANE);
        lanes().ensure(LANE);

        assertThat(lanes().all()).containsExactly(new LaneRow(LANE, "", 0, Instant.EPOCH, true));
    }

    @Test
    void keepsSendersWithSlashesApart() {
        var odd = new LaneKey(TENANT, LANE.provider(), SenderId.of("AC12/MG34"));

        lanes().ensure(odd);

        assertThat(row().lane()).isEqualTo(odd);
    }

    @Test
    void givesAFreeLaneToTheFirstWorker() {
        LaneLease lease = acquired();

        assertThat(lease).isEqualTo(new LaneLease(LANE, WORKER, lease.epoch()));
        assertThat(acquire("worker-2")).isEmpty();
        assertThat(row()).isEqualTo(new LaneRow(LANE, WORKER, lease.epoch(), NOW.plus(LEASE), false));
    }

    @Test
    void givesNoLaneThatIsNotThere() {
        assertThat(acquire(WORKER)).isEmpty();
    }

    @Test
    void growsTheEpochEvenForTheSameWorker() {
        LaneLease first = acquired();

        assertThat(acquire(WORKER).orElseThrow().epoch()).isGreaterThan(first.epoch());
        assertThat(lanes().renew(first, LEASE)).isFalse();
    }

    @Test
    void passesALaneOnWhenItsLeaseIsOver() {
        LaneLease first = acquired();
        clock.advance(LEASE);
        assertThat(acquire("worker-2")).isEmpty();

        clock.advance(LEASE);
        assertThat(row().isFree()).isTrue();
        LaneLease second = acquire("worker-2").orElseThrow();

        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(lanes().renew(first, LEASE)).isFalse();
    }

    @Test
    void renewsALeaseThatHolds() {
        LaneLease lease = acquired();
        clock.advance(LEASE);

        assertThat(lanes().renew(lease, LEASE)).isTrue();

        clock.advance(LEASE);
        assertThat(acquire("worker-2")).isEmpty();
    }

    @Test
    void renewsALeaseWhoseTimeIsOverIfNobodyTookTheLane() {
        LaneLease lease = acquired();
        clock.advance(LEASE.multipliedBy(5));

        assertThat(lanes().renew(lease, LEASE)).isTrue();
        assertThat(acquire("worker-2")).isEmpty();
    }

    @Test
    void givesAReleasedLaneToAnyoneAtOnce() {
        LaneLease first = acquired();

        lanes().release(first);

        assertThat(row().owner()).isEmpty();
        assertThat(acquire("worker-2").orElseThrow().epoch()).isGreaterThan(first.epoch());
        assertThat(lanes().renew(first, LEASE)).isFalse();
    }

    @Test
    void leavesALaneAloneThatIsReleasedWithAStaleLease() {
        LaneLease stale = acquired();
        lanes().release(stale);
        LaneLease fresh = acquire("worker-2").orElseThrow();

        lanes().release(stale);

        assertThat(lanes().renew(fresh, LEASE)).isTrue();
    }

    @Test
    void hasOneWinnerWhenWorkersRace() {
        lanes().ensure(LANE);
        List<CampaignStores> instances = List.of(stores(), another());
        List<Callable<Optional<LaneLease>>> workers = IntStream.range(0, 8)
                .<Callable<Optional<LaneLease>>>mapToObj(
                        n -> () -> instances.get(n % 2).lanes().acquire(LANE, "worker-" + n, LEASE))
                .toList();

        assertThat(race(workers).stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void isTheOtherTenantsOwnWhenItHasTheSameName() {
        LaneLease lease = acquired();
        var same = new LaneKey(OTHER, LANE.provider(), LANE.sender());
        lanes().ensure(same);

        LaneLease theirs = lanes().acquire(same, "worker-2", LEASE).orElseThrow();

        assertThat(lanes().renew(new LaneLease(same, WORKER, lease.epoch()), LEASE))
                .isFalse();
        assertThat(lanes().renew(theirs, LEASE)).isTrue();
        assertThat(lanes().renew(lease, LEASE)).isTrue();
        assertThat(lanes().all()).hasSize(2);
    }

    @Test
    void keepsTheLatestTimeOfAStatus() {
        assertThat(stores().lanes().latestStatus(LANE)).isEmpty();

        stores().lanes().statusProcessed(LANE, NOW.plusSeconds(5));
        stores().lanes().statusProcessed(LANE, NOW.plusSeconds(3));

        assertThat(another().lanes().latestStatus(LANE)).contains(NOW.plusSeconds(5));
    }
}
