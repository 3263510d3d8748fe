package dev.wakit.error;

/**
 * What the sender of a message does about an error.
 *
 * @since 0.1
 */
public enum Disposition {
    /** The same request may work later: try again with exponential backoff, a few times. */
    RETRY_BACKOFF,
    /** Leave this person alone for at least 24 hours, then try again. */
    RETRY_AFTER_24H,
    /** Nothing was sent and the sender is too fast: slow the lane and put the message back; it does not count as a try. */
    THROTTLE_LANE,
    /** Stop everything in the error's scope until an operator or an event resumes it. */
    PAUSE_CAMPAIGN,
    /** The person does not want these messages: suppress and never retry. */
    OPT_OUT,
    /** Final for this recipient. */
    FAIL_RECIPIENT,
    /** A configuration error that every recipient would hit: stop and report. */
    FAIL_CAMPAIGN,
    /** The token is missing, expired or lacks a permission: hold the lanes that use it until it is replaced. */
    REFRESH_CREDENTIALS
}
