package dev.wakit.catalog.order;

/**
 * What is added to or taken from the price of the items.
 *
 * @since 0.1
 */
public enum AdjustmentKind {
    /** Taken off. */
    DISCOUNT,
    /** Added for the transport. */
    SHIPPING,
    /** Added for a service. */
    FEE,
    /** Added, or contained where prices include it. */
    TAX,
    /** Added or taken off to reach a round sum. */
    ROUNDING
}
