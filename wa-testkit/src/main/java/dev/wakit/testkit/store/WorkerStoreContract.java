package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.Pulse;
import dev.wakit.campaign.store.WorkerBeat;
import dev.wakit.campaign.store.WorkerRow;
import dev.wakit.campaign.store.WorkerStore;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Workers: who gave a sign of life, and when by the database's clock.
 *
 * @since 0.1
 */
public abstract class WorkerStoreContract extends StoreFixture {

    /** For subclasses. */
    protected WorkerStoreContract() {}

    private WorkerStore workers() {
        return stores().workers();
    }

    private static WorkerBeat beat(String worker, int lanes, WorkerState state) {
        return new WorkerBeat(
                worker, "host-1", 4_711, "0.1", Set.of(ProviderId.of("meta"), ProviderId.of("twilio")), lanes, state);
    }

    private static WorkerBeat beat(String worker) {
        return beat(worker, 0, WorkerState.RUNNING);
    }

    @Test
    void addsAWorkerWithItsFirstSignOfLife() {
        workers().beat(beat(WORKER));

        assertThat(workers().all()).containsExactly(new WorkerRow(beat(WORKER), NOW, NOW, Duration.ZERO));
    }

    @Test
    void keepsTheStartAndShowsTheLatestSignOfLife() {
        workers().beat(beat(WORKER));
        clock.advance(Duration.ofSeconds(5));

        workers().beat(beat(WORKER, 3, WorkerState.STOPPING));

        assertThat(workers().all())
                .containsExactly(
                        new WorkerRow(beat(WORKER, 3, WorkerState.STOPPING), NOW, NOW.plusSeconds(5), Duration.ZERO));
    }

    @Test
    void saysForHowLongAWorkerHasBeenSilent() {
        workers().beat(beat(WORKER));
        clock.advance(Duration.ofSeconds(70));
        workers().beat(beat("worker-2"));

        assertThat(workers().all())
                .extracting(WorkerRow::silentFor)
                .containsExactly(Duration.ofSeconds(70), Duration.ZERO);
    }

    @Test
    void countsTheSignsOfLifeOfAWorkerAndOfAll() {
        Pulse first = workers().beat(beat(WORKER));
        Pulse others = workers().beat(beat("worker-2"));
        Pulse second = workers().beat(beat(WORKER));

        assertThat(first.ownBeats()).isEqualTo(1);
        assertThat(others.ownBeats()).isEqualTo(1);
        assertThat(second.ownBeats()).isEqualTo(2);
        assertThat(others.beat()).isEqualTo(first.beat() + 1);
        assertThat(second.beat()).isEqualTo(first.beat() + 2);
    }

    @Test
    void losesNoBeatWhenWorkersRace() {
        long before = workers().beat(beat(WORKER)).beat();
        List<CampaignStores> instances = List.of(stores(), another());

        List<Long> beats = race(IntStream.range(0, 8)
                .<Callable<Long>>mapToObj(n -> () ->
                        instances.get(n % 2).workers().beat(beat("racer-" + n)).beat())
                .toList());

        assertThat(beats)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(before + 1, before + 8).boxed().toList());
    }

    @Test
    void knowsItsIdentityAgain() {
        Pulse pulse = workers().beat(beat(WORKER));
        Pulse another = another().workers().beat(beat("worker-2"));

        assertThat(pulse.knownIdentity()).isEqualTo(pulse.identity());
        assertThat(another.identity()).isEqualTo(pulse.identity());
        assertThat(another.knownIdentity()).isEqualTo(pulse.identity());
    }

    @Test
    void forgetsAWorkerThatLeaves() {
        workers().beat(beat(WORKER));
        workers().beat(beat("worker-2"));

        workers().leave(WORKER);
        workers().leave("never-seen");

        assertThat(workers().all()).extracting(row -> row.beat().worker()).containsExactly("worker-2");
    }

    @Test
    void purgesWorkersThatWereSilentForTooLong() {
        workers().beat(beat(WORKER));
        clock.advance(Duration.ofHours(25));
        workers().beat(beat("worker-2"));

        assertThat(workers().purge(Duration.ofDays(1))).isEqualTo(1);

        assertThat(workers().all()).extracting(row -> row.beat().worker()).containsExactly("worker-2");
    }
}
