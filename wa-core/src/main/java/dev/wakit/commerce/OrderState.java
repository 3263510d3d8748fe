package dev.wakit.commerce;

/**
 * How far an order has come, as order status messages show it.
 *
 * @since 0.1
 */
public enum OrderState {
    /** Received, not worked on yet. */
    PENDING,
    /** Being prepared. */
    PROCESSING,
    /** Some of it is on the way. */
    PARTIALLY_SHIPPED,
    /** All of it is on the way. */
    SHIPPED,
    /** Delivered; final. */
    COMPLETED,
    /** Called off; final. */
    CANCELED
}
