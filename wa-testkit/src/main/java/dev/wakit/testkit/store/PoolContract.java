package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolMember.State;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.provider.ProviderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Campaigns that several lanes share: who takes part, which lane has which delivery, and what keeps a delivery that moved from being
 * sent by both.
 *
 * @since 0.1
 */
public abstract class PoolContract extends StoreFixture {

    private static final LaneKey SECOND = lane("twilio", "+14155550100");
    private static final LaneKey THIRD = lane("meta", "99");
    private static final String OTHER_WORKER = "worker-2";

    /** For subclasses. */
    protected PoolContract() {}

    private static LaneKey lane(String provider, String sender) {
        return new LaneKey(TENANT, ProviderId.of(provider), SenderId.of(sender));
    }

    private static PoolMember member(LaneKey lane, int weight) {
        return new PoolMember(lane, weight, State.IN, "", NOW);
    }

    private static List<PoolMember> pool() {
        return List.of(member(LANE, 3), member(SECOND, 1));
    }

    private LaneLease leaseOf(LaneKey lane, String worker) {
        stores().lanes().ensure(lane);
        return stores().lanes().acquire(lane, worker, LEASE).orElseThrow();
    }

    /** A RUNNING campaign whose odd deliveries are on the first lane and whose even ones are on the second. */
    private void runningOnTwo(int count) {
        stores().campaigns().insert(campaign(CAMPAIGN, CampaignStatus.PREPARING), pool());
        PlanningClaim claim = stores().campaigns().claimPlanning(WORKER, LEASE).orElseThrow();
        List<Delivery> rows = LongStream.rangeClosed(1, count)
                .mapToObj(id -> delivery(id).lane(id % 2 == 1 ? LANE : SECOND).build())
                .toList();
        stores().deliveries().plan(claim, rows, count, LEASE);
        stores().deliveries().finishPlanning(claim, CampaignStatus.RUNNING, "", NOW);
    }

    private int move(LaneKey from, LaneKey to, int limit) {
        return stores().deliveries().moveLane(TENANT, CAMPAIGN, from, limit, person -> to);
    }

    private LaneKey laneOf(long id) {
        return found(id).lane().orElseThrow();
    }

    private static List<Long> idsOf(List<CampaignRow> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    private List<PoolMember> members() {
        return stores().campaigns().members(TENANT, List.of(CAMPAIGN)).getOrDefault(CAMPAIGN, List.of());
    }

    @Test
    void keepsTheSendersOfACampaignInTheOrderOfLanes() {
        stores().campaigns()
                .insert(campaign(CAMPAIGN, CampaignStatus.RUNNING), List.of(member(SECOND, 1), member(LANE, 3)));
        stores().campaigns().insert(campaign(new CampaignId(2), CampaignStatus.RUNNING));

        assertThat(stores().campaigns().members(TENANT, List.of(CAMPAIGN, new CampaignId(2))))
                .isEqualTo(Map.of(CAMPAIGN, pool()));
        assertThat(stores().campaigns().members(OTHER, List.of(CAMPAIGN))).isEmpty();
    }

    @Test
    void changesASenderOnlyFromTheStateThatWasRead() {
        stores().campaigns().insert(campaign(CAMPAIGN, CampaignStatus.RUNNING), pool());
        var held = new PoolMember(SECOND, 9, State.HELD, "refused", NOW.plusSeconds(5));

        assertThat(stores().campaigns().changeMember(TENANT, CAMPAIGN, State.STOPPED, held))
                .isFalse();
        assertThat(stores().campaigns().changeMember(TENANT, CAMPAIGN, State.IN, held))
                .isTrue();
        assertThat(stores().campaigns().changeMember(TENANT, CAMPAIGN, State.IN, held))
                .isFalse();

        assertThat(members())
                .containsExactly(member(LANE, 3), new PoolMember(SECOND, 1, State.HELD, "refused", NOW.plusSeconds(5)));
    }

    @Test
    void aRunningCampaignIsFoundByEachOfItsLanes() {
        stores().campaigns().insert(campaign(new CampaignId(1), CampaignStatus.RUNNING), pool());
        stores().campaigns().insert(campaign(new CampaignId(2), CampaignStatus.PAUSED), pool());
        stores().campaigns().insert(campaign(SECOND, new CampaignId(3), CampaignStatus.RUNNING));
        stores().campaigns()
                .insert(campaign(SECOND, new CampaignId(4), CampaignStatus.RUNNING), List.of(member(SECOND, 1)));

        assertThat(idsOf(stores().campaigns().running(LANE))).containsExactly(1L);
        assertThat(idsOf(stores().campaigns().running(SECOND))).containsExactly(1L, 3L, 4L);
        assertThat(stores().campaigns().running(THIRD)).isEmpty();
        var elsewhere = new LaneKey(OTHER, SECOND.provider(), SECOND.sender());
        assertThat(stores().campaigns().running(elsewhere)).isEmpty();
    }

    @Test
    void aDeletedCampaignLeavesNoSenders() {
        stores().campaigns().insert(campaign(CAMPAIGN, CampaignStatus.DRAFT), pool());
        stores().campaigns().delete(TENANT, CAMPAIGN, Set.of(CampaignStatus.DRAFT));

        assertThat(members()).isEmpty();
    }

    @Test
    void eachLaneReadsAheadItsOwnDeliveries() {
        runningOnTwo(6);

        assertThat(readAhead(leaseOf(LANE, WORKER), ReadCursor.START, 10)).containsExactly(1L, 3L, 5L);
        assertThat(readAhead(leaseOf(SECOND, WORKER), ReadCursor.START, 10)).containsExactly(2L, 4L, 6L);
        assertThat(found(2).lane()).contains(SECOND);
    }

    @Test
    void movesWhatWaitsUpToALimitAndNothingElse() {
        runningOnTwo(10);
        LaneLease lease = leaseOf(LANE, WORKER);
        stores().deliveries().commitIntents(lease, List.of(intent(1, 1), intent(3, 1)), NOW);
        stores().deliveries().recordOutcomes(lease, List.of(outcome(3, DeliveryState.UNCERTAIN, "", "")));

        assertThat(move(LANE, SECOND, 2)).isEqualTo(2);
        assertThat(move(LANE, SECOND, 10)).isEqualTo(1);
        assertThat(move(LANE, SECOND, 10)).isZero();

        assertThat(laneOf(1)).as("SENDING").isEqualTo(LANE);
        assertThat(laneOf(3)).as("UNCERTAIN").isEqualTo(LANE);
        assertThat(LongStream.of(5, 7, 9, 2).mapToObj(this::laneOf)).containsOnly(SECOND);
        assertThat(readAhead(leaseOf(SECOND, WORKER), ReadCursor.START, 10))
                .containsExactly(2L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void eachPersonGoesWhereTheChoiceSays() {
        runningOnTwo(8);
        String third = person(3).key();

        int moved =
                stores().deliveries().moveLane(TENANT, CAMPAIGN, LANE, 10, key -> key.equals(third) ? THIRD : SECOND);

        assertThat(moved).isEqualTo(4);
        assertThat(laneOf(3)).isEqualTo(THIRD);
        assertThat(laneOf(1)).isEqualTo(SECOND);
    }

    @Test
    void anIntentOfADeliveryThatMovedAfterItWasReadAheadIsRefused() {
        runningOnTwo(2);
        LaneLease old = leaseOf(LANE, WORKER);
        List<Long> readAhead = readAhead(old, ReadCursor.START, 10);
        move(LANE, SECOND, 10);

        IntentResult result = stores().deliveries().commitIntents(old, List.of(intent(1, 1)), NOW);

        assertThat(readAhead).containsExactly(1L);
        assertThat(result.granted()).isEmpty();
        assertThat(result.refused()).containsExactly(id(1));
        assertThat(stateOf(1)).isEqualTo(DeliveryState.PENDING);
        assertThat(stores().deliveries()
                        .commitIntents(leaseOf(SECOND, OTHER_WORKER), List.of(intent(1, 1)), NOW)
                        .granted())
                .containsExactly(id(1));
    }

    // Each lane counts its epochs for itself, so that both are at the same one here.
    @Test
    void aDeliveryThatAnotherLaneSendsUnderTheSameEpochIsNotTakenForOnesOwn() {
        runningOnTwo(2);
        LaneLease old = leaseOf(LANE, WORKER);
        move(LANE, SECOND, 10);
        LaneLease now = leaseOf(SECOND, OTHER_WORKER);
        stores().deliveries().commitIntents(now, List.of(intent(1, 1)), NOW);
        assertThat(now.epoch()).isEqualTo(old.epoch());

        assertThat(stores().deliveries().reread(old, List.of(intent(1, 1)))).isEmpty();
        assertThat(stores().deliveries().giveBack(old, List.of(intent(1, 1)), NOW))
                .isZero();
        assertThat(stores().deliveries().recordOutcomes(old, List.of(acceptance(1))))
                .containsExactly(id(1));
        assertThat(stores().deliveries().interrupt(old, NOW.plusSeconds(1), NOW))
                .isZero();
        assertThat(stateOf(1)).isEqualTo(DeliveryState.SENDING);
        assertThat(stores().deliveries().reread(now, List.of(intent(1, 1)))).containsExactly(id(1));
    }

    @Test
    void aDeliveryIsSentOrMovedButNeverBoth() {
        runningOnTwo(200);
        LaneLease lease = leaseOf(LANE, WORKER);
        CampaignStores other = another();
        var intents = LongStream.rangeClosed(1, 200)
                .filter(id -> id % 2 == 1)
                .mapToObj(id -> intent(id, 1))
                .toList();
        var granted = new ArrayList<Long>();
        Callable<Integer> send = () -> {
            stores().deliveries().commitIntents(lease, intents, NOW).granted().forEach(id -> granted.add(id.value()));
            return granted.size();
        };
        Callable<Integer> move = () -> {
            int moved = 0;
            for (int step = 0; step < 20; step++) {
                moved += other.deliveries().moveLane(TENANT, CAMPAIGN, LANE, 7, key -> SECOND);
            }
            return moved;
        };

        List<Integer> results = race(List.of(send, move));

        assertThat(results.get(0) + results.get(1)).isEqualTo(100);
        assertThat(granted).allSatisfy(id -> assertThat(laneOf(id)).isEqualTo(LANE));
        assertThat(all())
                .filteredOn(row -> row.lane().filter(LANE::equals).isPresent())
                .hasSize(granted.size())
                .allMatch(row -> row.state() == DeliveryState.SENDING);
    }

    @Test
    void theLaneThatWroteLastIsFoundAmongThoseThatAreAskedFor() {
        runningOnTwo(4);
        accept(LANE, 1);
        accept(SECOND, 2);
        stores().deliveries().commitIntents(leaseOf(LANE, WORKER), List.of(intent(3, 1)), NOW);
        stores().deliveries()
                .recordOutcomes(leaseOf(LANE, WORKER), List.of(outcome(3, DeliveryState.FAILED, "", "131026")));
        var people =
                LongStream.rangeClosed(1, 5).mapToObj(id -> person(id).key()).toList();

        assertThat(stores().deliveries().latestLanes(TENANT, people, List.of(LANE, SECOND)))
                .isEqualTo(Map.of(person(1).key(), LANE, person(2).key(), SECOND));
        assertThat(stores().deliveries().latestLanes(TENANT, people, List.of(SECOND, THIRD)))
                .isEqualTo(Map.of(person(2).key(), SECOND));
        assertThat(stores().deliveries().latestLanes(OTHER, people, List.of(LANE, SECOND)))
                .isEmpty();
    }

    @Test
    void ofSeveralMessagesTheLatestSaysWhoWroteLast() {
        runningOnTwo(2);
        accept(LANE, 1);
        CampaignId later = new CampaignId(CAMPAIGN.value() + 1);
        stores().campaigns().insert(campaign(later, CampaignStatus.PREPARING), pool());
        PlanningClaim claim = stores().campaigns().claimPlanning(WORKER, LEASE).orElseThrow();
        Delivery row = Delivery.builder(TENANT, id(50), later)
                .line(1)
                .recipient(person(1))
                .lane(SECOND)
                .build();
        stores().deliveries().plan(claim, List.of(row), 1, LEASE);
        stores().deliveries().finishPlanning(claim, CampaignStatus.RUNNING, "", NOW);
        LaneLease lease = leaseOf(SECOND, WORKER);
        var intent = new Intent(id(50), later, 1, person(1), true);
        stores().deliveries().commitIntents(lease, List.of(intent), NOW.plusSeconds(60));
        stores().deliveries()
                .recordOutcomes(
                        lease,
                        List.of(new OutcomeWrite(
                                id(50),
                                later,
                                1,
                                DeliveryState.ACCEPTED,
                                "wamid.50",
                                NOW,
                                1,
                                "",
                                "",
                                NOW.plusSeconds(61))));

        assertThat(stores().deliveries().latestLanes(TENANT, List.of(person(1).key()), List.of(LANE, SECOND)))
                .containsOnly(Map.entry(person(1).key(), SECOND));
    }

    private void accept(LaneKey lane, long id) {
        LaneLease lease = leaseOf(lane, WORKER);
        stores().deliveries().commitIntents(lease, List.of(intent(id, 1)), NOW);
        stores().deliveries().recordOutcomes(lease, List.of(acceptance(id)));
    }

    @Test
    void twoLanesBeginNoMoreThanACanaryHas() {
        runningOnTwo(100);
        LaneLease first = leaseOf(LANE, WORKER);
        LaneLease second = leaseOf(SECOND, OTHER_WORKER);
        CampaignStores other = another();
        IntentLimits limits = IntentLimits.NONE.mostBegun(Map.of(CAMPAIGN, 15L));
        Callable<IntentResult> one = () -> stores().deliveries().commitIntents(first, everySecond(1), limits, NOW);
        Callable<IntentResult> two = () -> other.deliveries().commitIntents(second, everySecond(2), limits, NOW);

        List<IntentResult> results = race(List.of(one, two));

        assertThat(results.get(0).granted().size() + results.get(1).granted().size())
                .isEqualTo(15);
        assertThat(results.get(0).held().values()).containsOnly(HoldLayer.CANARY);
        assertThat(all())
                .filteredOn(row -> row.state() == DeliveryState.SENDING)
                .hasSize(15);
    }

    private static List<Intent> everySecond(long from) {
        return LongStream.iterate(from, id -> id + 2)
                .limit(50)
                .mapToObj(id -> intent(id, 1))
                .toList();
    }

    @Test
    void completesNothingWhileAnotherLaneHasDeliveriesLeft() {
        runningOnTwo(2);
        accept(LANE, 1);
        assertThat(stores().campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isFalse();

        accept(SECOND, 2);

        assertThat(stores().campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isTrue();
    }
}
