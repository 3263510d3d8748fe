package dev.wakit.catalog.order;

/**
 * What was paid of an order, computed from its payments.
 *
 * @since 0.1
 */
public enum PaymentStatus {
    /** Nothing. */
    UNPAID,
    /** Less than the total. */
    PARTIAL,
    /** The total or more, or there is nothing to pay. */
    PAID,
    /** A part of what was paid was given back. */
    PARTIALLY_REFUNDED,
    /** All that was paid was given back. */
    REFUNDED
}
