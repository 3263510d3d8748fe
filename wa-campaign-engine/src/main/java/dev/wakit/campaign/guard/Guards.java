package dev.wakit.campaign.guard;

import java.util.Objects;

/**
 * When a campaign stops by itself because it goes wrong. The campaign's reason then names the guard and what it saw.
 *
 * <p>Immutable. What is on its way when a guard acts still arrives.
 *
 * @param sameErrorInARow after so many recipients in a row with the same request or template error the campaign FAILS, since
 *     everybody else would meet it too, and some BSPs bill each try; 0 for never
 * @param maxFailureShare the share of failed messages, from 0 to 1, above which {@code onFailureShare} happens; 1 for never
 * @param minMessages the share counts once so many messages are settled
 * @param onFailureShare what happens above the share
 * @param pauseOnTemplate whether the campaign is PAUSED while its template is reported as not sendable
 * @param pauseOnSender whether the campaign is PAUSED while its sender is reported as flagged for low quality
 * @since 0.1
 */
public record Guards(
        int sameErrorInARow,
        double maxFailureShare,
        int minMessages,
        Action onFailureShare,
        boolean pauseOnTemplate,
        boolean pauseOnSender) {

    /** 20 same errors in a row, template and sender watched, no limit on the share of failures. */
    public static final Guards DEFAULT = new Guards(20, 1, 100, Action.PAUSE, true, true);

    /** Nothing stops the campaign but errors that concern it as a whole. */
    public static final Guards OFF = new Guards(0, 1, 100, Action.PAUSE, false, false);

    /** What a guard does. */
    public enum Action {
        /** The campaign waits as PAUSED until somebody resumes it. */
        PAUSE,
        /** The campaign is FAILED; it can be resumed once the cause is mended. */
        FAIL
    }

    /** Checks that the numbers are possible. */
    public Guards {
        Objects.requireNonNull(onFailureShare, "onFailureShare");
        if (sameErrorInARow < 0) {
            throw new IllegalArgumentException(
                    "sameErrorInARow is " + sameErrorInARow + ". Use 1 or more, or 0 for never.");
        }
        if (!(maxFailureShare >= 0 && maxFailureShare <= 1)) {
            throw new IllegalArgumentException("maxFailureShare is " + maxFailureShare
                    + ". Use a share from 0 to 1, such as 0.1 for ten percent.");
        }
        if (minMessages < 1) {
            throw new IllegalArgumentException("minMessages is " + minMessages + ". Use at least 1.");
        }
    }

    /** The same guards with another number of same errors in a row; 0 for never. */
    public Guards withSameErrorInARow(int count) {
        return new Guards(count, maxFailureShare, minMessages, onFailureShare, pauseOnTemplate, pauseOnSender);
    }

    /**
     * The same guards with a limit on failures.
     *
     * @param share the share of failed messages above which the guard acts, from 0 to 1
     * @param afterMessages the share counts once so many messages are settled
     * @param action what happens then
     */
    public Guards withFailureShare(double share, int afterMessages, Action action) {
        return new Guards(sameErrorInARow, share, afterMessages, action, pauseOnTemplate, pauseOnSender);
    }

    /** The same guards, watching the template or not. */
    public Guards withPauseOnTemplate(boolean pause) {
        return new Guards(sameErrorInARow, maxFailureShare, minMessages, onFailureShare, pause, pauseOnSender);
    }

    /** The same guards, watching the sender or not. */
    public Guards withPauseOnSender(boolean pause) {
        return new Guards(sameErrorInARow, maxFailureShare, minMessages, onFailureShare, pauseOnTemplate, pause);
    }
}
