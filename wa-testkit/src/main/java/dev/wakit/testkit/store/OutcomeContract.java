package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Outcomes of attempts, and what becomes of interrupted ones.
 *
 * @since 0.1
 */
public abstract class OutcomeContract extends StoreFixture {

    /** For subclasses. */
    protected OutcomeContract() {}

    private LaneLease takenOver() {
        clock.advance(LEASE.plusSeconds(1));
        return stores().lanes().acquire(LANE, "worker-2", LEASE).orElseThrow();
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
            stores().deliveries().commitIntents(lease, List.of(intent(1, 2)), NOW);

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
    }
}
