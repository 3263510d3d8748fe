package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.campaign.store.RetriedPage;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Moving groups of rows: cancelling, skipping, retrying.
 *
 * @since 0.1
 */
public abstract class SweepContract extends StoreFixture {

    /** For subclasses. */
    protected SweepContract() {}

    private LaneLease failedRows(int count) {
        LaneLease lease = sending(count);
        stores().deliveries()
                .recordOutcomes(
                        lease,
                        IntStream.rangeClosed(1, count)
                                .mapToObj(id -> refusal(id, "131026"))
                                .toList());
        return lease;
    }

    @Test
    void cancelsPendingRowsPageByPage() {
        running(5);

        assertThat(stores().deliveries().cancelPending(TENANT, CAMPAIGN, 3, NOW))
                .isEqualTo(3);
        assertThat(stores().deliveries().cancelPending(TENANT, CAMPAIGN, 3, NOW))
                .isEqualTo(2);
        assertThat(stores().deliveries().cancelPending(TENANT, CAMPAIGN, 3, NOW))
                .isZero();
        assertThat(counter(CounterNames.state(DeliveryState.CANCELLED))).isEqualTo(5);
    }

    @Test
    void cancelsNothingInFlight() {
        sending(1);

        assertThat(stores().deliveries().cancelPending(TENANT, CAMPAIGN, 3, NOW))
                .isZero();
        assertThat(stateOf(1)).isEqualTo(DeliveryState.SENDING);
    }

    @Test
    void skipsPendingRowsWithTheReason() {
        running(2);

        assertThat(stores().deliveries().skipPending(TENANT, CAMPAIGN, SkipReason.TOO_LATE, 10, NOW))
                .isEqualTo(2);

        assertThat(found(1).skipReason()).contains(SkipReason.TOO_LATE);
        assertThat(counter(CounterNames.skipped(SkipReason.TOO_LATE))).isEqualTo(2);
        assertThat(counter(CounterNames.state(DeliveryState.PENDING))).isZero();
    }

    @Test
    void retriesFailedRowsPageByPage() {
        LaneLease lease = failedRows(3);

        assertThat(stores().deliveries().retryFailed(TENANT, CAMPAIGN, id(0), 2, NOW))
                .contains(new RetriedPage(id(2), 2));
        assertThat(stores().deliveries().retryFailed(TENANT, CAMPAIGN, id(2), 2, NOW))
                .contains(new RetriedPage(id(3), 1));
        assertThat(stores().deliveries().retryFailed(TENANT, CAMPAIGN, id(3), 2, NOW))
                .isEmpty();

        assertThat(found(1).tries()).isZero();
        assertThat(found(1).attemptNo()).isEqualTo(1);
        assertThat(found(1).failedAt()).isPresent();
        assertThat(readAhead(lease, ReadCursor.START, 10)).containsExactly(1L, 2L, 3L);
        assertThat(counter(CounterNames.failed("131026"))).isZero();
    }

    @Test
    void keepsTheAttemptThatFailedWhenItIsRetried() {
        failedRows(1);

        stores().deliveries().retryFailed(TENANT, CAMPAIGN, id(0), 10, NOW);

        assertThat(stores().deliveries().pastAttempts(TENANT, id(1)))
                .containsExactly(new PastAttempt(id(1), 1, "", "131026", "", NOW.plusSeconds(1)));
    }

    @Test
    void reopensACompletedCampaignWhenItsFailedRowsAreRetried() {
        failedRows(1);
        stores().campaigns().completeIfDone(TENANT, CAMPAIGN, NOW);

        stores().deliveries().retryFailed(TENANT, CAMPAIGN, id(0), 10, NOW);

        var campaign = stores().campaigns().find(TENANT, CAMPAIGN).orElseThrow();
        assertThat(campaign.status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(campaign.finishedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void retriesAThousandRows() {
        failedRows(1_000);

        assertThat(stores().deliveries().retryFailed(TENANT, CAMPAIGN, id(0), 1_000, NOW))
                .contains(new RetriedPage(id(1_000), 1_000));
    }

    @Test
    void cancelsEveryRowOnceWhenTwoInstancesRace() {
        running(200);
        var one = stores().deliveries();
        var two = another().deliveries();

        List<Integer> cancelled = race(List.of(
                () -> one.cancelPending(TENANT, CAMPAIGN, 200, NOW),
                () -> two.cancelPending(TENANT, CAMPAIGN, 200, NOW)));

        assertThat(cancelled.get(0) + cancelled.get(1)).isEqualTo(200);
        assertThat(counter(CounterNames.state(DeliveryState.CANCELLED))).isEqualTo(200);
    }

    @Test
    void anotherTenantSeesNothing() {
        LaneLease lease = sending(4);
        stores().deliveries()
                .recordOutcomes(lease, List.of(refusal(1, "1"), outcome(2, DeliveryState.UNCERTAIN, "", "")));
        stores().deliveries().giveBack(lease, List.of(intent(3, 1)), NOW);
        var deliveries = stores().deliveries();

        assertThat(deliveries.cancelPending(OTHER, CAMPAIGN, 10, NOW)).isZero();
        assertThat(deliveries.skipPending(OTHER, CAMPAIGN, SkipReason.TOO_LATE, 10, NOW))
                .isZero();
        assertThat(deliveries.retryFailed(OTHER, CAMPAIGN, id(0), 10, NOW)).isEmpty();
        assertThat(stateOf(1)).isEqualTo(DeliveryState.FAILED);
        assertThat(stateOf(2)).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(stateOf(3)).isEqualTo(DeliveryState.PENDING);
    }
}
