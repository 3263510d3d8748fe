package dev.wakit.catalog.store;

/**
 * What came of writing a change of an order.
 *
 * @since 0.1
 */
public enum SaveResult {
    /** It was written. */
    DONE,
    /** The command was written before; nothing was written now. */
    REPEATED,
    /** The order has another version than the one that was read, or is not there; nothing was written. */
    STALE,
    /** A payment with the same provider and reference belongs to another order; nothing was written. */
    FOREIGN_PAYMENT
}
