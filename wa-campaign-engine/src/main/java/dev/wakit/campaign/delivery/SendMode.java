package dev.wakit.campaign.delivery;

/**
 * What is done about a message when nobody knows whether it was sent: its answer was lost, or its worker died.
 *
 * <p>A send API has no idempotency key, so each mode gives something up. Every promise holds only while the database keeps the
 * commits that it acknowledged. A definite refusal is tried again in every mode, as the campaign's retry policy says; so is a
 * failure that a status reports later, but not in {@link #AT_MOST_ONCE}.
 *
 * @since 0.1
 */
public enum SendMode {

    /**
     * Never sent again without proof that it was not sent: not by the engine, and not by {@code resendUnknown}. A message that the
     * BSP accepted is not tried again even if it is reported as failed afterwards, since it sometimes arrives all the same.
     *
     * <p>Duplicates: none, through any number of crashes, pauses and lost answers. The price: a person whose message was
     * interrupted before it left gets none, and ends as UNKNOWN. For orders and payments.
     */
    AT_MOST_ONCE,

    /**
     * Not sent again by itself; when the time for evidence is over it is UNKNOWN, and an operator may decide with
     * {@code resendUnknown}. The default.
     *
     * <p>Duplicates: none, unless an operator asks for them, or a message that was reported as failed and tried again arrives
     * after all.
     */
    RECONCILE_HOLD,

    /**
     * Sent again once by itself when the time for evidence is over, none came, and the webhooks of its sender are proven to work;
     * otherwise as {@link #RECONCILE_HOLD}.
     *
     * <p>Duplicates: none if no worker pauses for longer than the time for evidence between its last check and its socket, and
     * if WhatsApp reports an accepted message within that time. If either is broken, at most one for each message.
     */
    RECONCILE_RESEND,

    /**
     * Sent again at once, up to three tries.
     *
     * <p>Duplicates: up to two for each message without a clear answer; after a crash, for all that was on its way, which is at
     * most the lane's window. For one-time passwords, where a second message harms nobody and a missing one does.
     */
    AT_LEAST_ONCE;

    /** How many tries {@link #AT_LEAST_ONCE} makes. */
    public static final int MAX_BLIND_TRIES = 3;
}
