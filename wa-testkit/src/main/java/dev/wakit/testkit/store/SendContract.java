package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.message.MessageId;
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
        void ofOtherCategoriesSkipOnlyPeopleWhoOptedOutOfAll() {
            LaneLease lease = running(2);
            stores().suppressions().add(TENANT, suppression(1, SuppressionScope.MARKETING));
            stores().suppressions().add(TENANT, suppression(2, SuppressionScope.ALL));

            IntentResult result = commit(
                    lease,
                    new Intent(id(1), CAMPAIGN, 1, person(1).key(), false),
                    new Intent(id(2), CAMPAIGN, 1, person(2).key(), false));

            assertThat(result.granted()).containsExactly(id(1));
            assertThat(result.suppressed()).containsExactly(id(2));
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

    @Nested
    @DisplayName("Outcomes")
    class Outcomes {

        private Set<DeliveryId> record(LaneLease lease, OutcomeWrite... outcomes) {
            return stores().deliveries().recordOutcomes(lease, List.of(outcomes));
        }

        @Test
        void ofAcceptanceKeepTheMessageId() {
            LaneLease lease = sending(1);

            assertThat(record(lease, acceptance(1))).isEmpty();

            assertThat(stateOf(1)).isEqualTo(DeliveryState.ACCEPTED);
            assertThat(found(1).messageId()).contains(MessageId.of("wamid.1"));
            assertThat(found(1).acceptedAt()).contains(NOW.plusSeconds(1));
            assertThat(found(1).tries()).isEqualTo(1);
        }

        @Test
        void ofRefusalKeepCodeAndTextAndCountTheCode() {
            LaneLease lease = sending(1);

            record(
                    lease,
                    new OutcomeWrite(
                            id(1),
                            CAMPAIGN,
                            1,
                            DeliveryState.FAILED,
                            "",
                            Instant.EPOCH,
                            1,
                            "131026",
                            "Undeliverable",
                            NOW));

            assertThat(found(1).errorCode()).contains("131026");
            assertThat(found(1).errorText()).contains("Undeliverable");
            assertThat(found(1).failedAt()).contains(NOW);
            assertThat(counter(CounterNames.failed("131026"))).isEqualTo(1);
        }

        @Test
        void ofLostAnswersSaySinceWhen() {
            LaneLease lease = sending(1);

            record(lease, outcome(1, DeliveryState.UNCERTAIN, "", ""));

            assertThat(found(1).uncertainAt()).contains(NOW.plusSeconds(1));
        }

        @Test
        void ofThrottlingWaitAndKeepThePastAttempt() {
            LaneLease lease = sending(1);
            Instant later = NOW.plusSeconds(60);

            record(
                    lease,
                    new OutcomeWrite(
                            id(1), CAMPAIGN, 1, DeliveryState.PENDING, "", later, 0, "130429", "Too fast", NOW));

            assertThat(found(1).notBefore()).isEqualTo(later);
            assertThat(found(1).tries()).isZero();
            assertThat(stores().deliveries().pastAttempts(TENANT, id(1)))
                    .containsExactly(new PastAttempt(id(1), 1, "", "130429", "Too fast", NOW));
            assertThat(readAhead(lease, ReadCursor.START, 10)).isEmpty();
        }

        @Test
        void ofRequestsThatNeverLeftKeepNoPastAttempt() {
            LaneLease lease = sending(1);

            record(lease, outcome(1, DeliveryState.PENDING, "", ""));

            assertThat(stores().deliveries().pastAttempts(TENANT, id(1))).isEmpty();
        }

        @Test
        void ofContentThatBreaksARuleSkipTheRow() {
            LaneLease lease = sending(1);

            record(lease, outcome(1, DeliveryState.SKIPPED, "", SkipReason.INVALID_CONTENT.name()));

            assertThat(found(1).skipReason()).contains(SkipReason.INVALID_CONTENT);
        }

        @Test
        void areNotWrittenTwice() {
            LaneLease lease = accepted(1);

            assertThat(record(lease, refusal(1, "131026"))).containsExactly(id(1));
            assertThat(stateOf(1)).isEqualTo(DeliveryState.ACCEPTED);
        }

        @Test
        void ofAnotherAttemptAreNotWritten() {
            LaneLease lease = sending(1);
            stores().deliveries().giveBack(lease, intents(1), NOW);
            commit(lease, intent(1, 2));

            assertThat(record(lease, acceptance(1))).containsExactly(id(1));
            assertThat(stateOf(1)).isEqualTo(DeliveryState.SENDING);
        }

        @Test
        void ofAStaleEpochAreNotWritten() {
            LaneLease stale = sending(2);
            takenOver();

            assertThat(record(stale, acceptance(1), acceptance(2))).containsExactlyInAnyOrder(id(1), id(2));
            assertThat(stateOf(1)).isEqualTo(DeliveryState.SENDING);
        }

        @Test
        void mayBeAThousand() {
            accepted(1_000);

            assertThat(counter(CounterNames.state(DeliveryState.ACCEPTED))).isEqualTo(1_000);
            assertThat(counter(CounterNames.state(DeliveryState.SENDING))).isZero();
        }
    }

    @Nested
    @DisplayName("Interrupted sends")
    class Interrupted {

        @Test
        void ofAnEarlierEpochBecomeUncertainAndAreNeverPendingAgain() {
            sending(2);
            LaneLease fresh = takenOver();

            assertThat(stores().deliveries().interrupt(fresh, Instant.EPOCH, NOW))
                    .isEqualTo(2);

            assertThat(stateOf(1)).isEqualTo(DeliveryState.UNCERTAIN);
            assertThat(found(1).uncertainAt()).contains(NOW);
            assertThat(readAhead(fresh, ReadCursor.START, 10)).isEmpty();
        }

        @Test
        void ofOnesOwnEpochBecomeUncertainWhenTheirIntentIsTooOld() {
            LaneLease lease = sending(1);

            assertThat(stores().deliveries().interrupt(lease, NOW, NOW)).isZero();
            assertThat(stores().deliveries().interrupt(lease, NOW.plusMillis(1), NOW))
                    .isEqualTo(1);
        }

        @Test
        void areLeftAloneByAStaleEpoch() {
            LaneLease stale = sending(1);
            takenOver();

            assertThat(stores().deliveries().interrupt(stale, NOW.plusSeconds(9), NOW))
                    .isZero();
        }

        @Test
        void becomeUnknownWhenTheWaitForEvidenceIsOver() {
            LaneLease lease = sending(1);
            stores().deliveries().interrupt(lease, NOW.plusMillis(1), NOW);

            assertThat(stores().deliveries().giveUpUncertain(TENANT, CAMPAIGN, NOW, NOW))
                    .isZero();
            assertThat(stores().deliveries().giveUpUncertain(TENANT, CAMPAIGN, NOW.plusMillis(1), NOW))
                    .isEqualTo(1);
            assertThat(stateOf(1)).isEqualTo(DeliveryState.UNKNOWN);
        }
    }
}
