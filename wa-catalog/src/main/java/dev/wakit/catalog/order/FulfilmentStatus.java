package dev.wakit.catalog.order;

/**
 * What was handed over of an order, computed from its lines.
 *
 * @since 0.1
 */
public enum FulfilmentStatus {
    /** Nothing. */
    UNFULFILLED,
    /** Some pieces. */
    PARTIALLY_FULFILLED,
    /** All pieces that were not cancelled. */
    FULFILLED,
    /** There is nothing to hand over. */
    NOT_APPLICABLE
}
