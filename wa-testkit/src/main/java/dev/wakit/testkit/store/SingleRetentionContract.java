package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.campaign.store.PastAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Listing single sends over all mailboxes, and deleting those that have an end.
 *
 * @since 0.1
 */
public abstract class SingleRetentionContract extends StoreFixture {

    private static final CampaignId MAILBOX = new CampaignId(500);
    private static final CampaignId OTHER_MAILBOX = new CampaignId(501);
    private static final CampaignId FOREIGN_MAILBOX = new CampaignId(502);
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant OLD = BEFORE.minusMillis(1);
    private static final DeliveryId ALL = new DeliveryId(1_000_000);

    /** For subclasses. */
    protected SingleRetentionContract() {}

    private void addMailbox(LaneKey lane, CampaignId id, String name) {
        CampaignRow row = campaign(lane, id, CampaignStatus.RUNNING);
        stores().outbox()
                .mailbox(new CampaignRow(
                        row.tenant(),
                        row.id(),
                        row.name(),
                        row.status(),
                        row.reason(),
                        row.lane(),
                        row.content(),
                        row.settings(),
                        row.createdAt(),
                        row.startAt(),
                        row.startedAt(),
                        row.finishedAt(),
                        name));
    }

    private void addMailboxes() {
        addMailbox(LANE, MAILBOX, "normal/utility");
        addMailbox(LANE, OTHER_MAILBOX, "urgent/authentication");
    }

    private static Delivery.Builder single(long id, CampaignId mailbox) {
        return Delivery.builder(TENANT, id(id), mailbox).recipient(person(id)).content("{}");
    }

    private void enqueue(Delivery row, String key) {
        stores().outbox().enqueue(List.of(new OutboxEntry(row, LANE, key, "h", NOW)));
    }

    /** A PENDING row that a merge changes, as the engine would. */
    private void enqueue(long id, CampaignId mailbox, UnaryOperator<Delivery.Builder> change) {
        enqueue(single(id, mailbox).build(), "");
        merge(id, change);
    }

    private void merge(long id, UnaryOperator<Delivery.Builder> change) {
        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(id))),
                        (located, i) -> MergeStep.of(
                                change.apply(located.delivery().toBuilder()).build()),
                        NOW);
    }

    private static UnaryOperator<Delivery.Builder> read(Instant at) {
        return row -> row.state(DeliveryState.READ)
                .attemptNo(1)
                .intentAt(OLD)
                .sentAt(OLD)
                .deliveredAt(OLD)
                .readAt(at);
    }

    private boolean isThere(long id) {
        return stores().deliveries().find(TENANT, id(id)).isPresent();
    }

    private Map<String, Long> counters(CampaignId mailbox) {
        var counters = new HashMap<>(
                stores().campaigns().counters(TENANT, List.of(mailbox)).getOrDefault(mailbox, Map.of()));
        // An enqueue counts nothing, so these mean nothing.
        counters.remove(CounterNames.state(DeliveryState.PENDING));
        counters.remove(CounterNames.state(DeliveryState.SKIPPED));
        counters.values().removeIf(value -> value == 0);
        return counters;
    }

    private int deleteAll() {
        int deleted = 0;
        int step;
        do {
            step = stores().outbox().deleteSettled(ALL, BEFORE, 100);
            deleted += step;
        } while (step > 0);
        return deleted;
    }

    @Test
    void listsTheSingleSendsOfAllMailboxesInTheOrderOfIds() {
        addMailboxes();
        running(3);
        for (long id = 11; id <= 16; id++) {
            enqueue(single(id, id % 2 == 0 ? MAILBOX : OTHER_MAILBOX).build(), "");
        }
        merge(13, row -> row.state(DeliveryState.CANCELLED));
        merge(14, row -> row.state(DeliveryState.CANCELLED));

        List<Delivery> first = stores().outbox().list(TENANT, DeliveryQuery.first(4));
        List<Delivery> second = stores().outbox()
                .list(TENANT, new DeliveryQuery(Set.of(), "", "", first.get(3).id(), 4));
        List<Delivery> cancelled =
                stores().outbox().list(TENANT, new DeliveryQuery(Set.of(DeliveryState.CANCELLED), "", "", id(0), 10));

        assertThat(ids(first)).containsExactly(11L, 12L, 13L, 14L);
        assertThat(ids(second)).containsExactly(15L, 16L);
        assertThat(ids(cancelled)).containsExactly(13L, 14L);
        assertThat(first).allMatch(Delivery::isSingle);
        assertThat(stores().outbox().list(OTHER, DeliveryQuery.first(10))).isEmpty();
    }

    @Test
    void deletesEveryStateButThoseThatAreNotOver() {
        addMailboxes();
        long next = 100;
        for (DeliveryState state : DeliveryState.values()) {
            enqueue(next++, MAILBOX, row -> row.state(state));
        }

        deleteAll();

        assertThat(stores().outbox().list(TENANT, DeliveryQuery.first(100)))
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNCERTAIN);
    }

    @Test
    void keepsWhatIsYoungOrWasHeardOfSince() {
        addMailboxes();
        enqueue(1, MAILBOX, read(OLD));
        enqueue(2, MAILBOX, read(BEFORE));
        enqueue(3, OTHER_MAILBOX, read(OLD).andThen(row -> row.repliedAt(BEFORE))::apply);
        enqueue(4, OTHER_MAILBOX, row -> row.state(DeliveryState.FAILED).failedAt(NOW));
        enqueue(single(5, MAILBOX).notBefore(BEFORE).build(), "");
        merge(5, row -> row.state(DeliveryState.CANCELLED));
        enqueue(9, MAILBOX, read(OLD));

        assertThat(stores().outbox().deleteSettled(id(9), BEFORE, 100)).isEqualTo(1);

        assertThat(isThere(1)).isFalse();
        assertThat(List.of(2L, 3L, 4L, 5L, 9L)).allMatch(this::isThere);
        assertThat(stores().outbox().deleteSettled(id(9), BEFORE, 100)).isZero();
    }

    @Test
    void deletesInStepsFromEveryMailboxAndNothingOfCampaigns() {
        addMailboxes();
        accepted(2);
        for (long id = 11; id <= 20; id++) {
            enqueue(id, id % 2 == 0 ? MAILBOX : OTHER_MAILBOX, read(OLD));
        }

        List<Integer> steps = new ArrayList<>();
        int step;
        do {
            step = stores().outbox().deleteSettled(ALL, BEFORE, 3);
            steps.add(step);
        } while (step > 0);

        assertThat(steps).containsExactly(3, 2, 3, 2, 0);
        assertThat(stores().outbox().list(TENANT, DeliveryQuery.first(10))).isEmpty();
        assertThat(all()).hasSize(2);
    }

    @Test
    void theCountersGoDownWithTheRows() {
        addMailboxes();
        enqueue(1, MAILBOX, read(OLD));
        enqueue(2, MAILBOX, read(NOW));
        enqueue(3, MAILBOX, row -> row.state(DeliveryState.FAILED).failedAt(OLD).error("131026", "no"));
        enqueue(single(4, MAILBOX).skipped(SkipReason.SUPPRESSED, null).build(), "");
        enqueue(5, MAILBOX, row -> row.state(DeliveryState.UNKNOWN));
        enqueue(6, OTHER_MAILBOX, read(OLD));

        assertThat(deleteAll()).isEqualTo(5);

        assertThat(isThere(4)).isFalse();
        assertThat(counters(MAILBOX))
                .isEqualTo(Map.of("state:read", 1L, "ever:sent", 1L, "ever:delivered", 1L, "ever:read", 1L));
        assertThat(counters(OTHER_MAILBOX)).isEmpty();
    }

    @Test
    void earlierAttemptsGoAndIdempotencyKeysStay() {
        addMailboxes();
        enqueue(single(1, MAILBOX).build(), "order-1");
        var past = new PastAttempt(id(1), 1, "wamid.x", "2", "no", OLD);
        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1))),
                        (located, i) -> new MergeStep(
                                located.delivery().toBuilder()
                                        .state(DeliveryState.FAILED)
                                        .build(),
                                List.of(past),
                                List.of(),
                                false),
                        NOW);

        assertThat(deleteAll()).isEqualTo(1);

        assertThat(stores().deliveries().pastAttempts(TENANT, id(1))).isEmpty();
        assertThat(stores().outbox().findByKey(TENANT, "order-1")).contains(id(1));
        assertThat(stores().outbox()
                        .enqueue(List.of(new OutboxEntry(single(2, MAILBOX).build(), LANE, "order-1", "h", NOW)))
                        .get(0)
                        .delivery())
                .isEqualTo(id(1));
        assertThat(isThere(2)).isFalse();
    }

    @Test
    void deletesForAllTenants() {
        addMailboxes();
        LaneKey foreign = new LaneKey(OTHER, LANE.provider(), LANE.sender());
        addMailbox(foreign, FOREIGN_MAILBOX, "normal/utility");
        Delivery row = Delivery.builder(OTHER, id(1), FOREIGN_MAILBOX)
                .recipient(person(1))
                .content("{}")
                .skipped(SkipReason.TOO_LATE, null)
                .build();
        stores().outbox().enqueue(List.of(new OutboxEntry(row, foreign, "", "h", NOW)));
        enqueue(1, MAILBOX, read(OLD));

        assertThat(deleteAll()).isEqualTo(2);

        assertThat(stores().deliveries().find(OTHER, id(1))).isEmpty();
        assertThat(isThere(1)).isFalse();
    }

    /** Whoever is first: a row that waits again is never deleted, and one that is deleted never waits again. */
    @Test
    void whatAnOperatorSendsAgainAtTheSameMomentIsEitherKeptOrGone() {
        addMailboxes();
        var second = another();
        for (long id = 100; id < 110; id++) {
            long unknown = id;
            enqueue(unknown, MAILBOX, row -> row.state(DeliveryState.UNKNOWN).intentAt(OLD));
            List<Callable<Integer>> tasks = List.of(
                    () -> second.outbox().deleteSettled(ALL, BEFORE, 100),
                    () -> stores().deliveries()
                            .merge(
                                    TENANT,
                                    List.of(DeliveryRef.of(id(unknown))),
                                    (located, i) -> MergeStep.of(located.delivery().toBuilder()
                                            .state(DeliveryState.PENDING)
                                            .build()),
                                    NOW)
                            .changed()
                            .size());

            List<Integer> counts = race(tasks);

            assertThat(counts.get(0) + counts.get(1)).isEqualTo(1);
            assertThat(isThere(unknown)).isEqualTo(counts.get(1) == 1);
        }
        assertThat(counters(MAILBOX)).isEmpty();
    }
}
