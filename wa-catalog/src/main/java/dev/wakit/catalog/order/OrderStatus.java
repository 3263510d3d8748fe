package dev.wakit.catalog.order;

/**
 * Where an order stands.
 *
 * @since 0.1
 */
public enum OrderStatus {
    /** Placed; a person or a rule has yet to accept it. */
    PENDING,
    /** Accepted, and its stock is reserved. */
    CONFIRMED,
    /** Being packed and shipped. */
    PROCESSING,
    /** Handed over and settled. */
    COMPLETED,
    /** Called off, or expired. */
    CANCELLED,
    /** Completed or cancelled, and everything paid was given back. */
    REFUNDED
}
