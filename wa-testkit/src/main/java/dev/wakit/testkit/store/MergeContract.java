package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merger;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Merging evidence into deliveries.
 *
 * @since 0.1
 */
public abstract class MergeContract extends StoreFixture {

    private static final Instant LATER = NOW.plusSeconds(60);

    /** For subclasses. */
    protected MergeContract() {}

    private static DeliveryRef message(long id) {
        return DeliveryRef.of(MessageId.of("wamid." + id));
    }

    private static Merger to(Function<Delivery, Delivery> change) {
        return (located, index) -> MergeStep.of(change.apply(located.delivery()));
    }

    private static Delivery delivered(Delivery row) {
        return row.toBuilder().state(DeliveryState.DELIVERED).deliveredAt(LATER).build();
    }

    private static Delivery read(Delivery row) {
        return row.toBuilder().state(DeliveryState.READ).readAt(LATER).build();
    }

    private static Delivery failedLate(Delivery row) {
        return row.toBuilder()
                .state(DeliveryState.FAILED)
                .failedAt(LATER)
                .error("131049", "healthy ecosystem")
                .build();
    }

    private static Delivery pending(Delivery row) {
        return row.toBuilder().state(DeliveryState.PENDING).notBefore(LATER).build();
    }

    private MergeResult merge(List<DeliveryRef> refs, Merger merger) {
        return stores().deliveries().merge(TENANT, refs, merger, LATER);
    }

    private void complete() {
        assertThat(stores().campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isTrue();
    }

    @Test
    void findsRowsByIdAndByMessage() {
        accepted(2);
        var attempts = new ArrayList<Integer>();

        MergeResult result = merge(List.of(DeliveryRef.of(id(1)), message(2)), (located, index) -> {
            attempts.add(located.attemptNo());
            return MergeStep.of(delivered(located.delivery()));
        });

        assertThat(result.changed()).extracting(merged -> merged.after().id()).containsExactly(id(1), id(2));
        assertThat(attempts).containsExactly(0, 1);
        assertThat(stateOf(1)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(found(2).deliveredAt()).contains(LATER);
    }

    @Test
    void showsTheMergerTheWholeRow() {
        accepted(1);

        merge(List.of(message(1)), (located, index) -> {
            assertThat(located.delivery().recipient()).contains(person(1));
            assertThat(located.delivery().variables()).isEqualTo(Map.of("name", "Person 1"));
            assertThat(located.delivery().acceptedAt()).isPresent();
            return MergeStep.of(located.delivery());
        });
    }

    @Test
    void saysWhichSuppressionsAreNew() {
        accepted(2);
        stores().suppressions().add(TENANT, suppression(2, SuppressionScope.MARKETING));

        MergeResult result = merge(
                List.of(message(1), message(2)),
                (located, index) -> new MergeStep(
                        failedLate(located.delivery()),
                        List.of(),
                        List.of(suppression(index + 1, SuppressionScope.MARKETING)),
                        false));

        assertThat(result.suppressed()).containsExactly(suppression(1, SuppressionScope.MARKETING));
    }

    @Test
    void saysWhichReferencesLedNowhere() {
        accepted(1);

        MergeResult result =
                merge(List.of(message(9), message(1), DeliveryRef.of(id(77))), to(MergeContract::delivered));

        assertThat(result.unmatched()).containsExactly(0, 2);
        assertThat(result.changed()).hasSize(1);
    }

    @Test
    void letsALaterReferenceSeeWhatAnEarlierOneLedTo() {
        accepted(1);

        MergeResult result = merge(
                List.of(message(1), DeliveryRef.of(id(1)), message(1)),
                (located, index) ->
                        MergeStep.of(index == 0 ? delivered(located.delivery()) : seen(located.delivery(), index)));

        assertThat(result.changed()).hasSize(1);
        assertThat(result.changed().get(0).before().state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(result.changed().get(0).after().state()).isEqualTo(DeliveryState.READ);
        assertThat(found(1).deliveredAt()).contains(LATER);
    }

    private static Delivery seen(Delivery row, int index) {
        assertThat(row.state()).isEqualTo(index == 1 ? DeliveryState.DELIVERED : DeliveryState.READ);
        return index == 1 ? read(row) : row;
    }

    @Test
    void followsAMessageIdThatAnEarlierReferenceBrought() {
        sending(1);

        MergeResult result = merge(
                List.of(DeliveryRef.of(id(1)), message(1)),
                (located, index) -> MergeStep.of(
                        index == 0
                                ? located.delivery().toBuilder()
                                        .messageId(MessageId.of("wamid.1"))
                                        .state(DeliveryState.SENT)
                                        .sentAt(NOW)
                                        .build()
                                : delivered(located.delivery())));

        assertThat(result.unmatched()).isEmpty();
        assertThat(stateOf(1)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void reportsNothingWhenTheMergerChangesNothing() {
        accepted(1);

        MergeResult result = merge(List.of(message(1)), (located, index) -> MergeStep.of(located.delivery()));

        assertThat(result.changed()).isEmpty();
        assertThat(merge(List.of(), to(MergeContract::read)).changed()).isEmpty();
    }

    @Test
    void countsMilestonesOnce() {
        accepted(1);

        merge(List.of(message(1)), to(MergeContract::read));
        merge(List.of(message(1)), to(MergeContract::delivered));
        merge(List.of(message(1)), to(row -> row.toBuilder().repliedAt(LATER).build()));

        assertThat(counter(CounterNames.EVER_SENT)).isEqualTo(1);
        assertThat(counter(CounterNames.EVER_DELIVERED)).isEqualTo(1);
        assertThat(counter(CounterNames.EVER_READ)).isEqualTo(1);
        assertThat(counter(CounterNames.EVER_REPLIED)).isEqualTo(1);
    }

    @Test
    void movesFailureCodesWithTheirRows() {
        accepted(1);

        merge(List.of(message(1)), to(MergeContract::failedLate));
        assertThat(counter(CounterNames.failed("131049"))).isEqualTo(1);

        merge(List.of(message(1)), to(MergeContract::delivered));
        assertThat(counter(CounterNames.failed("131049"))).isZero();
        assertThat(counter(CounterNames.state(DeliveryState.FAILED))).isZero();
    }

    @Test
    void findsARowByTheMessageOfAnEarlierAttempt() {
        LaneLease lease = sending(1);
        stores().deliveries().recordOutcomes(lease, List.of(outcome(1, DeliveryState.PENDING, "wamid.old", "130429")));
        stores().deliveries().commitIntents(lease, List.of(intent(1, 2)), NOW);
        var attempts = new ArrayList<Integer>();

        merge(List.of(DeliveryRef.of(MessageId.of("wamid.old"))), (located, index) -> {
            attempts.add(located.attemptNo());
            return MergeStep.of(delivered(located.delivery()));
        });

        assertThat(attempts).containsExactly(1);
        assertThat(stateOf(1)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void writesPastAttemptsSuppressionsAndDuplicates() {
        accepted(1);
        var past = new PastAttempt(id(1), 1, "wamid.twin", "", "", LATER);

        merge(
                List.of(message(1)),
                (located, index) -> new MergeStep(
                        failedLate(located.delivery()),
                        List.of(past),
                        List.of(suppression(1, SuppressionScope.MARKETING)),
                        true));

        assertThat(stores().deliveries().pastAttempts(TENANT, id(1))).containsExactly(past);
        assertThat(stores().suppressions().suppressed(TENANT, List.of(person(1).key()), true))
                .hasSize(1);
        assertThat(counter(CounterNames.DUPLICATE_SENDS)).isEqualTo(1);
    }

    @Test
    void makesTheOutcomeOfTheWorkerLate() {
        LaneLease lease = sending(1);
        merge(List.of(DeliveryRef.of(id(1))), to(MergeContract::delivered));

        assertThat(stores().deliveries().recordOutcomes(lease, List.of(acceptance(1))))
                .containsExactly(id(1));
        assertThat(stateOf(1)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void reopensACompletedCampaignWhenARowIsTriedAgain() {
        accepted(2);
        complete();

        merge(List.of(message(1)), to(MergeContract::pending));

        var campaign = stores().campaigns().find(TENANT, CAMPAIGN).orElseThrow();
        assertThat(campaign.status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(campaign.finishedAt()).isEqualTo(Instant.EPOCH);
        assertThat(campaign.reason()).isEqualTo("Deliveries are sent again");
    }

    @Test
    void leavesACompletedCampaignAloneOtherwise() {
        accepted(1);
        complete();

        merge(List.of(message(1)), to(MergeContract::read));

        assertThat(stores().campaigns().find(TENANT, CAMPAIGN).orElseThrow().status())
                .isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void neverLeavesACompletedCampaignWithPendingRows() {
        accepted(1);
        var one = stores();
        var two = another();

        race(List.of(
                () -> one.deliveries().merge(TENANT, List.of(message(1)), to(MergeContract::pending), LATER) != null,
                () -> two.campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)));

        assertThat(stores().campaigns().find(TENANT, CAMPAIGN).orElseThrow().status())
                .isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void writesNothingWhenTheMergerFails() {
        accepted(2);

        assertThatThrownBy(() -> merge(List.of(message(1), message(2)), (located, index) -> {
                    if (index == 1) {
                        throw new IllegalStateException("poison");
                    }
                    return MergeStep.of(read(located.delivery()));
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stateOf(1)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(counter(CounterNames.EVER_READ)).isZero();
    }

    @Test
    void countsRightWhenTwoInstancesMergeTheSameRowsInOppositeOrder() {
        accepted(200);
        List<DeliveryRef> up =
                IntStream.rangeClosed(1, 200).mapToObj(MergeContract::message).toList();
        List<DeliveryRef> down =
                IntStream.rangeClosed(1, 200).mapToObj(id -> message(201 - id)).toList();
        var one = stores().deliveries();
        var two = another().deliveries();

        race(List.of(
                () -> one.merge(TENANT, up, to(MergeContract::delivered), LATER),
                () -> two.merge(TENANT, down, to(MergeContract::delivered), LATER)));

        assertThat(counter(CounterNames.EVER_DELIVERED)).isEqualTo(200);
        assertThat(counter(CounterNames.state(DeliveryState.DELIVERED))).isEqualTo(200);
    }

    @Test
    void takesAThousandReferences() {
        accepted(1_000);
        List<DeliveryRef> refs =
                IntStream.rangeClosed(1, 1_000).mapToObj(MergeContract::message).toList();

        assertThat(merge(refs, to(MergeContract::read)).changed()).hasSize(1_000);
        assertThat(counter(CounterNames.EVER_READ)).isEqualTo(1_000);
    }

    @Test
    void countersAddUpAfterEveryStep() {
        LaneLease lease = running(6);
        assertCountersMatchRows();
        stores().deliveries().commitIntents(lease, intents(6), NOW);
        assertCountersMatchRows();
        stores().deliveries()
                .recordOutcomes(
                        lease,
                        List.of(
                                acceptance(1),
                                refusal(2, "131026"),
                                outcome(3, DeliveryState.UNCERTAIN, "", ""),
                                throttled(4)));
        assertCountersMatchRows();
        stores().deliveries().giveBack(lease, List.of(intent(5, 1)), NOW);
        assertCountersMatchRows();
        stores().deliveries().interrupt(lease, LATER, NOW);
        assertCountersMatchRows();
        merge(List.of(message(1), DeliveryRef.of(id(2))), to(MergeContract::read));
        assertCountersMatchRows();
        merge(
                List.of(DeliveryRef.of(id(3))),
                to(row -> row.toBuilder().state(DeliveryState.UNKNOWN).build()));
        assertCountersMatchRows();
        stores().deliveries().cancelPending(TENANT, CAMPAIGN, 10, NOW);
        assertCountersMatchRows();
    }

    private static OutcomeWrite throttled(long id) {
        return outcome(id, DeliveryState.PENDING, "", "130429");
    }

    private void assertCountersMatchRows() {
        Map<String, Long> counters = counters();
        List<Delivery> rows = all();
        for (DeliveryState state : DeliveryState.values()) {
            assertThat(counters.getOrDefault(CounterNames.state(state), 0L))
                    .as("%s", state)
                    .isEqualTo(rows.stream().filter(row -> row.state() == state).count());
        }
        assertThat(counters.entrySet().stream()
                        .filter(counter -> counter.getKey().startsWith("state:"))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(rows.size());
    }

    @Test
    void anotherTenantSeesNothing() {
        accepted(1);

        MergeResult result = stores().deliveries()
                .merge(OTHER, List.of(message(1), DeliveryRef.of(id(1))), to(MergeContract::read), LATER);

        assertThat(result.unmatched()).containsExactly(0, 1);
        assertThat(stateOf(1)).isEqualTo(DeliveryState.ACCEPTED);
    }
}
