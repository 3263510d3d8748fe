package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Enqueued.Kind;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.campaign.store.ReadCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Single sends, their mailboxes and their idempotency keys.
 *
 * @since 0.1
 */
public abstract class OutboxContract extends StoreFixture {

    private static final CampaignId MAILBOX = new CampaignId(500);
    private static final String CONTENT = "{\"v\":1,\"body\":\"مرحبا 👍🏽 \\\"x\\\"\"}";

    /** For subclasses. */
    protected OutboxContract() {}

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private static CampaignRow mailbox(long id, LaneKey lane, String name) {
        CampaignRow row = campaign(lane, new CampaignId(id), CampaignStatus.RUNNING);
        return new CampaignRow(
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
                name);
    }

    private void addMailbox() {
        outbox().mailbox(mailbox(MAILBOX.value(), LANE, "urgent/authentication"));
    }

    private static Delivery.Builder single(long id) {
        return Delivery.builder(TENANT, new DeliveryId(id), MAILBOX)
                .recipient(person(1))
                .content(CONTENT);
    }

    private static OutboxEntry entry(long id, String key, String hash) {
        return new OutboxEntry(single(id).build(), LANE, key, hash, NOW);
    }

    private Enqueued enqueue(long id, String key, String hash) {
        return outbox().enqueue(List.of(entry(id, key, hash))).get(0);
    }

    @Test
    void aMailboxIsAddedOnceAndKeepsItsId() {
        CampaignRow first = outbox().mailbox(mailbox(500, LANE, "urgent/authentication"));
        CampaignRow second = another().outbox().mailbox(mailbox(501, LANE, "urgent/authentication"));
        CampaignRow other = outbox().mailbox(mailbox(502, LANE, "normal/utility"));

        assertThat(first).isEqualTo(mailbox(500, LANE, "urgent/authentication"));
        assertThat(second).isEqualTo(first);
        assertThat(other.id()).isEqualTo(new CampaignId(502));
        assertThat(stores().lanes().all()).extracting(row -> row.lane()).containsExactly(LANE);
    }

    @Test
    void racingWorkersGetTheSameMailbox() {
        CampaignStores second = another();
        List<Callable<CampaignRow>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CampaignStores stores = i % 2 == 0 ? stores() : second;
            CampaignRow proposed = mailbox(500 + i, LANE, "high/utility");
            tasks.add(() -> stores.outbox().mailbox(proposed));
        }

        assertThat(Set.copyOf(race(tasks))).hasSize(1);
    }

    @Test
    void aMailboxIsNoCampaignToPeopleAndNeverMoves() {
        addMailbox();
        stores().campaigns().insert(campaign(CAMPAIGN, CampaignStatus.RUNNING));

        assertThat(stores().campaigns().list(TENANT, Set.of(), new CampaignId(Long.MAX_VALUE), 10))
                .extracting(CampaignRow::id)
                .containsExactly(CAMPAIGN);
        assertThat(stores().campaigns().running(LANE))
                .extracting(CampaignRow::id)
                .containsExactly(MAILBOX, CAMPAIGN);
        assertThat(stores().campaigns()
                        .move(TENANT, MAILBOX, Set.of(CampaignStatus.RUNNING), CampaignStatus.PAUSED, "", NOW))
                .isFalse();
        assertThat(stores().campaigns().completeIfDone(TENANT, MAILBOX, NOW)).isFalse();
        assertThat(stores().campaigns().delete(TENANT, MAILBOX, Set.of(CampaignStatus.values())))
                .isFalse();
        assertThat(stores().campaigns().find(TENANT, MAILBOX).orElseThrow().status())
                .isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void keepsEveryPartOfASingleSend() {
        addMailbox();
        Instant sendBy = NOW.plusSeconds(300);
        Delivery sent = single(1).sendBy(sendBy).notBefore(NOW.plusSeconds(5)).build();

        outbox().enqueue(List.of(new OutboxEntry(sent, LANE, "", "h", NOW)));

        Delivery found = another().deliveries().find(TENANT, id(1)).orElseThrow();
        assertThat(found.content()).contains(CONTENT);
        assertThat(found.isSingle()).isTrue();
        assertThat(found.sendBy()).contains(sendBy);
        assertThat(found.notBefore()).isEqualTo(NOW.plusSeconds(5));
        assertThat(found.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(found.recipient()).contains(person(1));
        assertThat(found.campaign()).isEqualTo(MAILBOX);
    }

    @Test
    void onePersonMayHaveManySingleSends() {
        addMailbox();

        outbox().enqueue(List.of(entry(1, "", "h"), entry(2, "", "h")));

        assertThat(stateOf(1)).isEqualTo(DeliveryState.PENDING);
        assertThat(stateOf(2)).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void aLaneReadsThemAheadWithTheirMessageAndCommitsTheirIntent() {
        addMailbox();
        LaneLease lease = acquired();
        outbox().enqueue(List.of(entry(1, "", "h"), entry(2, "", "h")));
        outbox().enqueue(List.of(
                new OutboxEntry(single(3).notBefore(NOW.plusSeconds(60)).build(), LANE, "", "h", NOW)));

        List<Delivery> read = stores().deliveries().readAhead(lease, MAILBOX, NOW, ReadCursor.START, 10);
        IntentResult result = stores().deliveries()
                .commitIntents(lease, List.of(new Intent(id(1), MAILBOX, 1, person(1), false)), NOW);

        assertThat(ids(read)).containsExactly(1L, 2L);
        assertThat(read).allMatch(delivery -> delivery.content().equals(java.util.Optional.of(CONTENT)));
        assertThat(result.granted()).containsExactly(id(1));
        assertThat(stateOf(1)).isEqualTo(DeliveryState.SENDING);
        assertThat(found(1).content()).contains(CONTENT);
    }

    @Test
    void aMergeSeesThatItIsASingleSend() {
        addMailbox();
        outbox().enqueue(List.of(entry(1, "", "h")));
        var seen = new ArrayList<Located>();

        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1))),
                        (located, i) -> {
                            seen.add(located);
                            return MergeStep.of(located.delivery().toBuilder()
                                    .state(DeliveryState.CANCELLED)
                                    .build());
                        },
                        NOW);

        assertThat(seen.get(0).delivery().isSingle()).isTrue();
        assertThat(seen.get(0).campaign().isMailbox()).isTrue();
        assertThat(stateOf(1)).isEqualTo(DeliveryState.CANCELLED);
        assertThat(found(1).content()).contains(CONTENT);
    }

    @Test
    void aSkippedOneKeepsItsReasonAndIsNotRead() {
        addMailbox();
        Delivery skipped = single(1).skipped(SkipReason.SUPPRESSED, null).build();

        outbox().enqueue(List.of(new OutboxEntry(skipped, LANE, "k", "h", NOW)));

        assertThat(found(1).skipReason()).contains(SkipReason.SUPPRESSED);
        assertThat(stores().deliveries().readAhead(acquired(), MAILBOX, NOW, ReadCursor.START, 10))
                .isEmpty();
    }

    @Test
    void theSameKeyAndHashGiveTheFirstDelivery() {
        addMailbox();

        Enqueued first = enqueue(1, "order-1", "hash");
        Enqueued second = enqueue(2, "order-1", "hash");

        assertThat(first).isEqualTo(new Enqueued(id(1), Kind.ADDED));
        assertThat(second).isEqualTo(new Enqueued(id(1), Kind.REPEATED));
        assertThat(stores().deliveries().find(TENANT, id(2))).isEmpty();
        assertThat(outbox().findByKey(TENANT, "order-1")).contains(id(1));
    }

    @Test
    void keysAreCaseSensitiveAndBelongToTheirTenant() {
        addMailbox();
        enqueue(1, "Key", "hash");

        assertThat(enqueue(2, "key", "other").kind()).isEqualTo(Kind.ADDED);
        assertThat(outbox().findByKey(OTHER, "Key")).isEmpty();
        assertThat(outbox().findByKey(TENANT, "KEY")).isEmpty();
    }

    @Test
    void aConflictStoresNothingOfTheWholeCall() {
        addMailbox();
        enqueue(1, "taken", "hash");

        List<Enqueued> results =
                outbox().enqueue(List.of(entry(2, "free", "x"), entry(3, "taken", "other"), entry(4, "", "x")));

        assertThat(results.get(1)).isEqualTo(new Enqueued(id(1), Kind.CONFLICT));
        assertThat(outbox().findByKey(TENANT, "free")).isEmpty();
        assertThat(stores().deliveries().find(TENANT, id(2))).isEmpty();
        assertThat(stores().deliveries().find(TENANT, id(4))).isEmpty();
    }

    @Test
    void aKeyThatComesTwiceInOneCallIsOneDelivery() {
        addMailbox();

        List<Enqueued> results = outbox().enqueue(List.of(entry(1, "k", "h"), entry(2, "k", "h")));

        assertThat(results).containsExactly(new Enqueued(id(1), Kind.ADDED), new Enqueued(id(1), Kind.REPEATED));
    }

    @Test
    void racingCallsWithOneKeyAreOneDelivery() {
        addMailbox();
        CampaignStores second = another();
        for (int round = 0; round < 5; round++) {
            String key = "k" + round;
            long base = round * 100L;
            List<Callable<Enqueued>> tasks = IntStream.rangeClosed(1, 8)
                    .<Callable<Enqueued>>mapToObj(i -> () -> (i % 2 == 0 ? stores() : second)
                            .outbox()
                            .enqueue(List.of(entry(base + i, key, "h")))
                            .get(0))
                    .toList();

            List<Enqueued> results = race(tasks);

            assertThat(results.stream().map(Enqueued::delivery).collect(Collectors.toSet()))
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(result -> result.kind() == Kind.ADDED)
                    .hasSize(1);
            assertThat(IntStream.rangeClosed(1, 8)
                            .filter(i -> stores().deliveries()
                                    .find(TENANT, id(base + i))
                                    .isPresent())
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void countsWhatIsPendingOnTheLaneAndStopsAtTheLimit() {
        addMailbox();
        outbox().mailbox(mailbox(501, LANE, "normal/utility"));
        outbox().enqueue(List.of(entry(101, "", "h"), entry(102, "", "h")));
        Delivery elsewhere = Delivery.builder(TENANT, id(103), new CampaignId(501))
                .recipient(person(1))
                .content(CONTENT)
                .build();
        outbox().enqueue(List.of(new OutboxEntry(elsewhere, LANE, "", "h", NOW)));
        running(5);

        assertThat(outbox().countPending(LANE, 100)).isEqualTo(3);
        assertThat(outbox().countPending(LANE, 2)).isEqualTo(2);
        LaneKey other = new LaneKey(TENANT, LANE.provider(), dev.wakit.address.SenderId.of("999"));
        assertThat(outbox().countPending(other, 100)).isZero();
    }

    @Test
    void forgetsOldKeysOnly() {
        addMailbox();
        enqueue(1, "old", "h");
        outbox().enqueue(List.of(new OutboxEntry(single(2).build(), LANE, "young", "h", NOW.plus(Duration.ofDays(1)))));

        assertThat(outbox().forgetKeys(NOW.plusMillis(1), 10)).isEqualTo(1);

        assertThat(outbox().findByKey(TENANT, "old")).isEmpty();
        assertThat(outbox().findByKey(TENANT, "young")).contains(id(2));
        assertThat(stores().deliveries().find(TENANT, id(1))).isPresent();
        assertThat(enqueue(3, "old", "other")).isEqualTo(new Enqueued(id(3), Kind.ADDED));
    }

    @Test
    void forgetsNoMoreThanTheLimit() {
        addMailbox();
        for (int i = 1; i <= 5; i++) {
            enqueue(i, "k" + i, "h");
        }

        assertThat(outbox().forgetKeys(NOW.plusMillis(1), 3)).isEqualTo(3);
        assertThat(outbox().forgetKeys(NOW.plusMillis(1), 3)).isEqualTo(2);
    }

    @Test
    void aReplyIsAttributedToTheLatestSingleSendHoweverOldTheMailbox() {
        addMailbox();
        LaneLease lease = acquired();
        outbox().enqueue(List.of(entry(2_000, "", "h")));
        stores().deliveries().commitIntents(lease, List.of(new Intent(id(2_000), MAILBOX, 1, person(1), false)), NOW);

        assertThat(stores().deliveries().latestTo(TENANT, person(1).key(), new CampaignId(1_000)))
                .map(Delivery::id)
                .contains(id(2_000));
        assertThat(stores().deliveries().latestTo(TENANT, person(1).key(), new CampaignId(3_000)))
                .isEmpty();
    }
}
