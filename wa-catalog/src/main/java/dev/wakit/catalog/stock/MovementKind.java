package dev.wakit.catalog.stock;

/**
 * Why the number on hand changed.
 *
 * @since 0.1
 */
public enum MovementKind {
    /** Bought or made. */
    RECEIVED,
    /** Counted, and found to be more or fewer. */
    CORRECTED,
    /** Broken, lost or given away. */
    LOST,
    /** Handed over with an order. */
    SOLD,
    /** Came back from a customer. */
    RETURNED
}
