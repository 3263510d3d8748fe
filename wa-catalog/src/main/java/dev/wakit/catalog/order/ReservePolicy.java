package dev.wakit.catalog.order;

/**
 * When stock is reserved for an order.
 *
 * @since 0.1
 */
public enum ReservePolicy {
    /** When it is confirmed. */
    ON_CONFIRM,
    /** When it is placed, until it expires. */
    ON_PLACEMENT
}
