package dev.wakit.campaign.internal;

import static dev.wakit.campaign.internal.SendModel.AfterDoubt.HOLD;
import static dev.wakit.campaign.internal.SendModel.AfterDoubt.RERUN;
import static dev.wakit.campaign.internal.SendModel.AfterDoubt.RESEND;
import static dev.wakit.campaign.internal.SendModel.AfterDoubt.RESEND_AT_ONCE;
import static dev.wakit.campaign.internal.SendModel.Violation.ACCEPTED_BUT_FAILED;
import static dev.wakit.campaign.internal.SendModel.Violation.DUPLICATE_SEND;
import static dev.wakit.campaign.internal.SendModel.Violation.MOVE_OUTSIDE_THE_TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.internal.SendModel.Rules;
import org.junit.jupiter.api.Test;

/** Which variants of the protocol can send twice, by complete search. */
class SendModelTest {

    @Test
    void holdingNeverSendsTwiceWhateverTheTiming() {
        SendModel.Result result = explore("hold (AT_MOST_ONCE, RECONCILE_HOLD), no assumptions", Rules.of(HOLD));

        assertThat(result.violations()).isEmpty();
        assertThat(SendModel.unreached(result)).isEmpty();
    }

    @Test
    void resendingSendsOnceWhenPausesEndAndWebhooksComeInTime() {
        assertThat(explore("resend, A and B", Rules.of(RESEND).assuming(true, true))
                        .violations())
                .isEmpty();
    }

    @Test
    void resendingMaySendTwiceWhenAPauseOutlastsTheGraceOrAWebhookDoes() {
        assertThat(explore("resend, only A", Rules.of(RESEND).assuming(true, false))
                        .violations())
                .contains(DUPLICATE_SEND);
        assertThat(explore("resend, only B", Rules.of(RESEND).assuming(false, true))
                        .violations())
                .contains(DUPLICATE_SEND);
    }

    @Test
    void resendingAtOnceMaySendTwice() {
        assertThat(explore("resend at once (AT_LEAST_ONCE)", Rules.of(RESEND_AT_ONCE))
                        .violations())
                .contains(DUPLICATE_SEND);
    }

    @Test
    void holdingOnADatabaseThatLosesTheIntentMaySendTwice() {
        assertThat(explore(
                                "hold, the database may lose the intent",
                                Rules.of(HOLD).onAForgetfulDatabase())
                        .violations())
                .contains(DUPLICATE_SEND);
    }

    @Test
    void aNaiveQueueSendsTwiceWithOrWithoutAFenceAndLeavesTheTable() {
        assertThat(explore("naive queue, unfenced", Rules.of(RERUN).unfenced()).violations())
                .contains(DUPLICATE_SEND, ACCEPTED_BUT_FAILED, MOVE_OUTSIDE_THE_TABLE);
        assertThat(explore("naive queue, fenced", Rules.of(RERUN)).violations())
                .contains(DUPLICATE_SEND, ACCEPTED_BUT_FAILED, MOVE_OUTSIDE_THE_TABLE);
    }

    private static SendModel.Result explore(String name, Rules rules) {
        SendModel.Result result = SendModel.explore(rules);
        System.out.printf("Model: %-60s %,9d states %s%n", name, result.states(), result.violations());
        return result;
    }
}
