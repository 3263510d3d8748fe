package dev.wakit.catalog.order;

/**
 * Where a shipment is.
 *
 * @since 0.1
 */
public enum FulfilmentState {
    /** On its way. */
    SHIPPED,
    /** With the customer. */
    DELIVERED
}
