package dev.wakit.catalog.product;

/**
 * What is counted about a variant.
 *
 * @since 0.1
 */
public enum ProductCounter {
    /** Messages that showed it. */
    SHOWN,
    /** Messages of customers about it. */
    ENQUIRED,
    /** Pieces in orders that were placed. */
    ORDERED,
    /** Pieces that were handed over. */
    SOLD
}
