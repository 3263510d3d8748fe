package dev.wakit.catalog.stock;

import dev.wakit.catalog.product.VariantId;

/**
 * What a change of an order does to the stock of one line. Immutable.
 *
 * @param kind what is done
 * @param line the number of the line
 * @param variant of what
 * @param quantity how many, at least 1
 * @since 0.1
 */
public record StockEffect(Kind kind, int line, VariantId variant, int quantity) {

    /** What is done. */
    public enum Kind {
        /** Promised to the line. */
        RESERVE,
        /** Given back. */
        RELEASE,
        /** Handed over. */
        CONSUME,
        /** Came back, and can be sold again. */
        RESTOCK
    }
}
