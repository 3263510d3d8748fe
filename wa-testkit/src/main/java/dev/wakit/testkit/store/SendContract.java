package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.QuietWait;
import dev.wakit.campaign.store.ReadCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Intents, outcomes and their fences: what keeps a message from being sent twice.
 *
 * @since 0.1
 */
public abstract class SendContract extends StoreFixture {

    private static final Set<CampaignStatus> RUNNING = Set.of(CampaignStatus.RUNNING);

    /** For subclasses. */
    protected SendContract() {}

    private IntentResult commit(LaneLease lease, Intent... intents) {
        return stores().deliveries().commitIntents(lease, List.of(intents), NOW);
    }

    private LaneLease takenOver() {
        clock.advance(LEASE.plusSeconds(1));
        return stores().lanes().acquire(LANE, "worker-2", LEASE).orElseThrow();
    }

    @Nested
    @DisplayName("Intents")
    class Intents {

        @Test
        void areDurableForEveryOtherWorker() {
            LaneLease lease = running(1);

            assertThat(commit(lease, intent(1, 1)).granted()).containsExactly(id(1));

            var seen = another().deliveries().find(TENANT, id(1)).orElseThrow();
            assertThat(seen.state()).isEqualTo(DeliveryState.SENDING);
            assertThat(seen.attemptNo()).isEqualTo(1);
            assertThat(seen.laneEpoch()).isEqualTo(lease.epoch());
            assertThat(seen.intentAt()).contains(NOW);
        }

        @Test
        void areGrantedOnceWhenTwoThreadsWantTheSameRows() {
            LaneLease lease = running(100);
            CampaignStores other = another();
            Callable<IntentResult> one = () -> stores().deliveries().commitIntents(lease, intents(100), NOW);
            Callable<IntentResult> two = () -> other.deliveries().commitIntents(lease, intents(100), NOW);

            List<IntentResult> results = race(List.of(one, two));

            assertThat(results.get(0).granted().size()
                            + results.get(1).granted().size())
                    .isEqualTo(100);
            assertThat(counter(CounterNames.state(DeliveryState.SENDING))).isEqualTo(100);
        }

        @Test
        void areRefusedWhenTheAttemptIsNotTheNext() {
            LaneLease lease = running(1);

            assertThat(commit(lease, intent(1, 2)).refused()).containsExactly(id(1));
            assertThat(stateOf(1)).isEqualTo(DeliveryState.PENDING);
        }

        @Test
        void areRefusedWhenTheRowIsInFlight() {
            LaneLease lease = sending(1);

            assertThat(commit(lease, intent(1, 1), intent(1, 2)).granted()).isEmpty();
        }

        @Test
        void areRefusedWhenTheCampaignIsPaused() {
            LaneLease lease = running(1);
            stores().campaigns().move(TENANT, CAMPAIGN, RUNNING, CampaignStatus.PAUSED, "by an operator", NOW);

            assertThat(commit(lease, intent(1, 1)).refused()).containsExactly(id(1));
            assertThat(stateOf(1)).isEqualTo(DeliveryState.PENDING);
        }

        @Test
        void areRefusedWhenTheRowIsUnknown() {
            LaneLease lease = running(1);

            assertThat(commit(lease, intent(99, 1)).refused()).containsExactly(id(99));
        }

        @Test
        void skipPeopleWhoOptedOutOfMarketing() {
            LaneLease lease = running(2);
            stores().suppressions().add(TENANT, suppression(1, SuppressionScope.MARKETING));

            IntentResult result = commit(lease, intent(1, 1), intent(2, 1));

            assertThat(result.suppressed()).containsExactly(id(1));
            assertThat(result.granted()).containsExactly(id(2));
            assertThat(found(1).skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(counter(CounterNames.skipped(SkipReason.SUPPRESSED))).isEqualTo(1);
        }

        @Test
        void waitForPeopleWhoGetNoMarketingForNow() {
            LaneLease lease = running(2);
            Instant until = NOW.plusSeconds(3_600);
            stores().suppressions().add(TENANT, forNow(1, until));

            IntentResult result = commit(lease, intent(1, 1), intent(2, 1));

            assertThat(result.granted()).containsExactly(id(2));
            assertThat(result.refused()).containsExactly(id(1));
            assertThat(found(1).state()).isEqualTo(DeliveryState.PENDING);
            assertThat(found(1).notBefore()).isEqualTo(until);
            assertThat(found(1).attemptNo()).isZero();
        }

        @Test
        void areDueAgainWhenTheWaitIsLifted() {
            LaneLease lease = running(3);
            Instant until = NOW.plusSeconds(3_600);
            stores().suppressions().add(TENANT, forNow(1, until));
            stores().suppressions().add(TENANT, forNow(2, until));
            commit(lease, intent(1, 1), intent(2, 1));

            assertThat(stores().suppressions().remove(TENANT, person(1).key(), SuppressionScope.MARKETING_FOR_NOW, NOW))
                    .isTrue();

            assertThat(found(1).notBefore()).isBefore(NOW).isAfter(Instant.EPOCH);
            assertThat(found(2).notBefore()).isEqualTo(until);
            assertThat(found(3).notBefore()).isEqualTo(Instant.EPOCH);
            assertThat(commit(lease, intent(1, 1)).granted()).containsExactly(id(1));
        }

        @Test
        void waitOnWhenAnOlderWishWouldLiftANewerWait() {
            LaneLease lease = running(1);
            Instant until = NOW.plusSeconds(3_600);
            stores().suppressions().add(TENANT, forNow(1, until));
            commit(lease, intent(1, 1));

            assertThat(stores().suppressions()
                            .remove(TENANT, person(1).key(), SuppressionScope.MARKETING_FOR_NOW, NOW.minusSeconds(61)))
                    .isFalse();

            assertThat(found(1).notBefore()).isEqualTo(until);
        }

        @Test
        void areCountedWhileTheirPeopleGetNoMarketingForNow() {
            LaneLease lease = running(4);
            Instant first = NOW.plusSeconds(600);
            stores().suppressions().add(TENANT, forNow(1, NOW.plusSeconds(3_600)));
            stores().suppressions().add(TENANT, forNow(2, first));
            stores().suppressions().add(TENANT, forNow(3, NOW.minusSeconds(1)));
            stores().suppressions().add(TENANT, suppression(4, SuppressionScope.MARKETING));

            assertThat(stores().pacing().quiet(TENANT, CAMPAIGN, NOW)).isEqualTo(new QuietWait(2, first));
            assertThat(stores().pacing().quiet(TENANT, new CampaignId(9), NOW))
                    .isEqualTo(new QuietWait(0, Instant.EPOCH));
            assertThat(stores().pacing().quiet(OTHER, CAMPAIGN, NOW).deliveries())
                    .isZero();

            commit(lease, intent(1, 1), intent(2, 1));
            assertThat(stores().pacing().quiet(TENANT, CAMPAIGN, NOW)).isEqualTo(new QuietWait(2, first));
            stores().deliveries().cancelPending(TENANT, CAMPAIGN, 10, NOW);
            assertThat(stores().pacing().quiet(TENANT, CAMPAIGN, NOW).deliveries())
                    .isZero();
        }

        @Test
        void takeNoNoticeOfAWaitThatIsOver() {
            LaneLease lease = running(1);
            stores().suppressions().add(TENANT, forNow(1, NOW));

            assertThat(commit(lease, intent(1, 1)).granted()).containsExactly(id(1));
        }

        @Test
        void ofOtherCategoriesSkipOnlyPeopleWhoOptedOutOfAll() {
            LaneLease lease = running(2);
            stores().suppressions().add(TENANT, suppression(1, SuppressionScope.MARKETING));
            stores().suppressions().add(TENANT, suppression(2, SuppressionScope.ALL));

            IntentResult result = commit(
                    lease,
                    new Intent(id(1), CAMPAIGN, 1, person(1), false),
                    new Intent(id(2), CAMPAIGN, 1, person(2), false));

            assertThat(result.granted()).containsExactly(id(1));
            assertThat(result.suppressed()).containsExactly(id(2));
        }

        @Test
        void sendAPersonWhoOptedOutOfMarketingTheOtherMessagesOfTheSameBatch() {
            LaneLease lease = running(2);
            stores().suppressions().add(TENANT, suppression(1, SuppressionScope.MARKETING));

            IntentResult result = commit(lease, intent(1, 1), new Intent(id(2), CAMPAIGN, 1, person(1), false));

            assertThat(result.suppressed()).containsExactly(id(1));
            assertThat(result.granted()).containsExactly(id(2));
        }

        @Test
        void ofAStaleEpochWriteNothing() {
            LaneLease stale = running(1);
            takenOver();

            IntentResult result = commit(stale, intent(1, 1));

            assertThat(result.laneHeld()).isFalse();
            assertThat(result.granted()).isEmpty();
            assertThat(stateOf(1)).isEqualTo(DeliveryState.PENDING);
        }

        @Test
        void ofAReleasedLaneWriteNothing() {
            LaneLease lease = running(1);
            stores().lanes().release(lease);

            assertThat(commit(lease, intent(1, 1)).laneHeld()).isFalse();
        }

        @Test
        void holdAfterTheLeaseTimeIsOverAsLongAsNobodyTookTheLane() {
            LaneLease lease = running(1);
            clock.advance(Duration.ofHours(1));

            assertThat(commit(lease, intent(1, 1)).granted()).containsExactly(id(1));
        }

        @Test
        void mayBeAThousand() {
            LaneLease lease = running(1_000);

            assertThat(stores().deliveries()
                            .commitIntents(lease, intents(1_000), NOW)
                            .granted())
                    .hasSize(1_000);
            assertThat(counter(CounterNames.state(DeliveryState.SENDING))).isEqualTo(1_000);
        }

        @Test
        void mayBeNone() {
            LaneLease lease = running(1);

            assertThat(stores().deliveries().commitIntents(lease, List.of(), NOW))
                    .isEqualTo(new IntentResult(true, Set.of(), Set.of(), Set.of()));
            assertThat(stores().deliveries().recordOutcomes(lease, List.of())).isEmpty();
            assertThat(stores().deliveries().reread(lease, List.of())).isEmpty();
            assertThat(stores().deliveries().giveBack(lease, List.of(), NOW)).isZero();
        }
    }

    @Nested
    @DisplayName("Reading intents again")
    class Reread {

        @Test
        void findsWhatIsOnesOwn() {
            LaneLease lease = running(2);
            commit(lease, intent(1, 1));

            assertThat(stores().deliveries().reread(lease, intents(2))).containsExactly(id(1));
        }

        @Test
        void findsNothingForAStaleEpoch() {
            LaneLease stale = sending(1);
            LaneLease fresh = takenOver();

            assertThat(stores().deliveries().reread(stale, intents(1))).isEmpty();
            assertThat(stores().deliveries().reread(fresh, intents(1))).isEmpty();
        }
    }

    @Nested
    @DisplayName("Giving intents back")
    class GiveBack {

        @Test
        void makesRowsPendingWithTheAttemptBurnt() {
            LaneLease lease = sending(1);

            assertThat(stores().deliveries().giveBack(lease, intents(1), NOW)).isEqualTo(1);

            assertThat(stateOf(1)).isEqualTo(DeliveryState.PENDING);
            assertThat(found(1).attemptNo()).isEqualTo(1);
            assertThat(commit(lease, intent(1, 1)).granted()).isEmpty();
            assertThat(commit(lease, intent(1, 2)).granted()).containsExactly(id(1));
        }

        @Test
        void bringsRowsBackBehindTheCursor() {
            LaneLease lease = running(2);
            var cursor = new ReadCursor(Instant.EPOCH, id(2));
            stores().deliveries().commitIntents(lease, intents(2), NOW);

            stores().deliveries().giveBack(lease, intents(2), NOW);

            assertThat(readAhead(lease, cursor, 10)).containsExactly(1L, 2L);
        }

        @Test
        void writesNothingForAStaleEpoch() {
            LaneLease stale = sending(1);
            takenOver();

            assertThat(stores().deliveries().giveBack(stale, intents(1), NOW)).isZero();
            assertThat(stateOf(1)).isEqualTo(DeliveryState.SENDING);
        }
    }
}
