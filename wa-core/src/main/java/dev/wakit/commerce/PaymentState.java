package dev.wakit.commerce;

/**
 * How far the payment of an order has come, as order status messages show it.
 *
 * @since 0.1
 */
public enum PaymentState {
    /** Not settled yet. */
    PENDING,
    /** Received. */
    CAPTURED,
    /** Refused or expired. */
    FAILED
}
