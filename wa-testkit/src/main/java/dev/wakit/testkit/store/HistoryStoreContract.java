package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.HistoryStore;
import dev.wakit.campaign.store.WorkerBeat;
import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.campaign.worker.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Quarantines: nobody owns a lane while one lasts.
 *
 * @since 0.1
 */
public abstract class HistoryStoreContract extends StoreFixture {

    private static final Duration HOUR = Duration.ofHours(1);

    /** For subclasses. */
    protected HistoryStoreContract() {}

    private HistoryStore history() {
        return stores().history();
    }

    private Quarantine begin(Duration length) {
        return history().begin("the beat went back", WORKER, length);
    }

    @Test
    void hasNoQuarantineWhileNobodyBeganOne() {
        assertThat(history().quarantine()).isEmpty();
        assertThat(history().all(10)).isEmpty();
        assertThat(history().end("operator")).isFalse();
    }

    @Test
    void keepsReasonAndTimesForEveryWorker() {
        Quarantine begun = begin(HOUR);

        assertThat(begun)
                .isEqualTo(new Quarantine("the beat went back", WORKER, NOW, NOW.plus(HOUR), "", Instant.EPOCH));
        assertThat(another().history().quarantine()).contains(begun);
    }

    @Test
    void takesEveryLaneFromItsOwner() {
        LaneLease lease = sending(2);

        begin(HOUR);

        assertThat(stores().lanes().renew(lease, LEASE)).isFalse();
        assertThat(stores().deliveries().recordOutcomes(lease, java.util.List.of(acceptance(1))))
                .containsExactly(id(1));
        assertThat(stores().deliveries().commitIntents(lease, intents(2), NOW).laneHeld())
                .isFalse();
    }

    @Test
    void letsNobodyAcquireALaneWhileItLasts() {
        stores().lanes().ensure(LANE);
        begin(HOUR);

        assertThat(stores().lanes().acquire(LANE, WORKER, LEASE)).isEmpty();

        clock.advance(HOUR);
        assertThat(history().quarantine()).isEmpty();
        assertThat(stores().lanes().acquire(LANE, WORKER, LEASE)).isPresent();
    }

    @Test
    void endsEarlyAndKeepsWhoDecidedIt() {
        stores().lanes().ensure(LANE);
        begin(HOUR);
        clock.advance(Duration.ofMinutes(5));

        assertThat(history().end("asha")).isTrue();

        assertThat(history().quarantine()).isEmpty();
        assertThat(stores().lanes().acquire(LANE, WORKER, LEASE)).isPresent();
        assertThat(history().all(1))
                .containsExactly(new Quarantine(
                        "the beat went back", WORKER, NOW, NOW.plus(HOUR), "asha", NOW.plusSeconds(300)));
        assertThat(history().end("asha")).isFalse();
    }

    @Test
    void isProlongedByASecondSightingAndNotRepeated() {
        begin(HOUR);
        clock.advance(Duration.ofMinutes(1));

        Quarantine longer = begin(HOUR);
        Quarantine same = begin(Duration.ofSeconds(1));

        assertThat(longer.until()).isEqualTo(NOW.plus(HOUR).plusSeconds(60));
        assertThat(same).isEqualTo(longer);
        assertThat(history().all(10)).hasSize(1);
    }

    @Test
    void isAnotherOneAfterTheFirstIsOver() {
        begin(HOUR);
        clock.advance(HOUR.multipliedBy(2));

        begin(HOUR);

        assertThat(history().all(10))
                .extracting(Quarantine::beganAt)
                .containsExactly(NOW.plus(HOUR.multipliedBy(2)), NOW);
        assertThat(history().all(1)).hasSize(1);
    }

    @Test
    void liftsTheBeatAboveWhatWasSeen() {
        var beat = new WorkerBeat(WORKER, "host-1", 1, "0.1", Set.of(LANE.provider()), 0, WorkerState.RUNNING);
        long seen = stores().workers().beat(beat).beat();

        begin(HOUR);

        assertThat(stores().workers().beat(beat).beat()).isGreaterThan(seen + 1);
    }
}
