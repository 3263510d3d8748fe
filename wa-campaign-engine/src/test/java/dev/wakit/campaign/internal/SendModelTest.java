package dev.wakit.campaign.internal;

import static dev.wakit.campaign.internal.SendModel.Violation.ACCEPTED_BUT_FAILED;
import static dev.wakit.campaign.internal.SendModel.Violation.DUPLICATE_SEND;
import static dev.wakit.campaign.internal.SendModel.Violation.GIVEN_UP_EARLY;
import static dev.wakit.campaign.internal.SendModel.Violation.LOST;
import static dev.wakit.campaign.internal.SendModel.Violation.MOVE_OUTSIDE_THE_TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.internal.SendModel.Rules;
import dev.wakit.campaign.internal.SendModel.Violation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which modes and variants of the protocol can send twice or give up, by complete search. */
class SendModelTest {

    /**
     * What a mode promises: what may go wrong at any timing, and what when pauses end and webhooks come in time.
     *
     * <p>Nothing may be lost in any. What was sent again and then refused is FAILED until the webhook of the first comes.
     *
     * <p>The switch has no default: a new mode does not compile before somebody says here what it promises.
     */
    private record Promise(Set<Violation> always, Set<Violation> inTime) {

        static Promise of(SendMode mode) {
            return switch (mode) {
                case AT_MOST_ONCE, RECONCILE_HOLD -> new Promise(Set.of(GIVEN_UP_EARLY), Set.of(GIVEN_UP_EARLY));
                case RECONCILE_RESEND ->
                    new Promise(Set.of(DUPLICATE_SEND, ACCEPTED_BUT_FAILED, GIVEN_UP_EARLY), Set.of(GIVEN_UP_EARLY));
                case AT_LEAST_ONCE ->
                    new Promise(
                            Set.of(DUPLICATE_SEND, ACCEPTED_BUT_FAILED), Set.of(DUPLICATE_SEND, ACCEPTED_BUT_FAILED));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyModeBreaksOnlyWhatItDoesNotPromise(SendMode mode) {
        SendModel.Result result = explore(mode + ", no assumptions", Rules.of(mode));

        assertThat(result.violations())
                .containsExactlyInAnyOrderElementsOf(Promise.of(mode).always());
        assertThat(SendModel.unreached(result)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyModeKeepsMoreWhenPausesEndAndWebhooksComeInTime(SendMode mode) {
        SendModel.Result result = explore(mode + ", A and B", Rules.of(mode).assuming(true, true));

        assertThat(result.violations())
                .containsExactlyInAnyOrderElementsOf(Promise.of(mode).inTime());
    }

    @Test
    void resendingMaySendTwiceWhenAPauseOutlastsTheGraceOrAWebhookDoes() {
        Rules resend = Rules.of(SendMode.RECONCILE_RESEND);

        assertThat(explore("RECONCILE_RESEND, only A", resend.assuming(true, false))
                        .violations())
                .contains(DUPLICATE_SEND);
        assertThat(explore("RECONCILE_RESEND, only B", resend.assuming(false, true))
                        .violations())
                .contains(DUPLICATE_SEND);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RECONCILE_RESEND", "AT_LEAST_ONCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void onADatabaseThatLosesTheIntentEvenTheCarefulModesMaySendTwice(SendMode mode) {
        assertThat(explore(
                                mode + ", the database may lose the intent",
                                Rules.of(mode).onAForgetfulDatabase())
                        .violations())
                .contains(DUPLICATE_SEND);
    }

    @Test
    void aNaiveQueueSendsTwiceWithOrWithoutAFenceAndLeavesTheTable() {
        assertThat(explore("naive queue, unfenced", Rules.ofAJobQueue().unfenced())
                        .violations())
                .contains(DUPLICATE_SEND, ACCEPTED_BUT_FAILED, LOST, MOVE_OUTSIDE_THE_TABLE);
        assertThat(explore("naive queue, fenced", Rules.ofAJobQueue()).violations())
                .contains(DUPLICATE_SEND, ACCEPTED_BUT_FAILED, LOST, MOVE_OUTSIDE_THE_TABLE);
    }

    private static SendModel.Result explore(String name, Rules rules) {
        SendModel.Result result = SendModel.explore(rules);
        System.out.printf("Model: %-60s %,9d states %s%n", name, result.states(), result.violations());
        return result;
    }
}
