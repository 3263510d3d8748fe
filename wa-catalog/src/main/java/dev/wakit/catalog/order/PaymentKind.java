package dev.wakit.catalog.order;

/**
 * What a payment does.
 *
 * @since 0.1
 */
public enum PaymentKind {
    /** Sets money aside; moves none. */
    AUTHORIZE,
    /** Moves money to the business. */
    CAPTURE,
    /** Moves money back to the customer. */
    REFUND,
    /** Gives up an authorization; moves none. */
    VOID
}
