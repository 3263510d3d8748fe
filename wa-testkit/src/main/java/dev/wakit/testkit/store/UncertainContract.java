package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Finding deliveries of which nobody knows whether they were sent.
 *
 * @since 0.1
 */
public abstract class UncertainContract extends StoreFixture {

    private static final Instant LATER = NOW.plusSeconds(60);

    /** For subclasses. */
    protected UncertainContract() {}

    /** So many rows, UNCERTAIN one second after the other, the first at the given time. */
    private UncertainGroup uncertain(int count, Instant first) {
        var lease = sending(count);
        stores().deliveries()
                .recordOutcomes(
                        lease,
                        IntStream.range(0, count)
                                .mapToObj(n -> new OutcomeWrite(
                                        id(n + 1),
                                        CAMPAIGN,
                                        1,
                                        DeliveryState.UNCERTAIN,
                                        "",
                                        Instant.EPOCH,
                                        n,
                                        "",
                                        "lost",
                                        first.plusSeconds(n)))
                                .toList());
        return new UncertainGroup(LANE, CAMPAIGN, first);
    }

    private List<Long> listed(UncertainQuery query) {
        return ids(stores().deliveries().uncertain(query));
    }

    @Test
    void namesTheCampaignsThatHaveSome() {
        UncertainGroup group = uncertain(3, NOW);

        assertThat(stores().deliveries().uncertainGroups(10)).containsExactly(group);
        assertThat(stores().deliveries().uncertainGroups(0)).isEmpty();
    }

    @Test
    void namesNoneWhenAllAreSettled() {
        uncertain(1, NOW);
        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1))),
                        (located, index) -> MergeStep.of(located.delivery().toBuilder()
                                .state(DeliveryState.UNKNOWN)
                                .build()),
                        NOW);

        assertThat(stores().deliveries().uncertainGroups(10)).isEmpty();
    }

    @Test
    void listsOldestFirstAndPageByPage() {
        UncertainGroup group = uncertain(5, NOW);
        UncertainQuery first = UncertainQuery.since(group, LATER, 2);

        assertThat(listed(first)).containsExactly(1L, 2L);
        assertThat(listed(first.after(new ReadCursor(NOW.plusSeconds(1), id(2)))))
                .containsExactly(3L, 4L);
        assertThat(listed(first.after(new ReadCursor(NOW.plusSeconds(3), id(4)))))
                .containsExactly(5L);
    }

    @Test
    void listsOnlyThoseThatHaveWaitedLongEnough() {
        UncertainGroup group = uncertain(3, NOW);

        assertThat(listed(UncertainQuery.since(group, NOW.minusMillis(1), 10))).isEmpty();
        assertThat(listed(UncertainQuery.since(group, NOW.plusSeconds(1), 10))).containsExactly(1L, 2L);
    }

    @Test
    void listsByTheTimeOfTheIntentAndByTries() {
        UncertainGroup group = uncertain(3, NOW);
        UncertainQuery all = UncertainQuery.since(group, LATER, 10);

        assertThat(listed(all.intentBetween(Instant.EPOCH, NOW))).isEmpty();
        assertThat(listed(all.intentBetween(NOW.minusMillis(1), NOW.plusMillis(1))))
                .containsExactly(1L, 2L, 3L);
        assertThat(listed(all.intentBetween(NOW, LATER))).isEmpty();
        assertThat(listed(all.triesBelow(2))).containsExactly(1L, 2L);
    }

    @Test
    void readsTheWholeRow() {
        UncertainGroup group = uncertain(1, NOW);

        Delivery row = stores().deliveries()
                .uncertain(UncertainQuery.since(group, LATER, 1))
                .get(0);

        assertThat(row.recipient()).contains(person(1));
        assertThat(row.intentAt()).contains(NOW);
        assertThat(row.uncertainAt()).contains(NOW);
        assertThat(row.errorText()).contains("lost");
    }

    @Test
    void keepsWhichAttemptWasSentAgain() {
        uncertain(1, NOW);
        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1))),
                        (located, index) -> MergeStep.of(located.delivery().toBuilder()
                                .state(DeliveryState.PENDING)
                                .resentAttempt(1)
                                .build()),
                        NOW);

        assertThat(found(1).resentAttempt()).isEqualTo(1);
    }
}
