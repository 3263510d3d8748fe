package dev.wakit.catalog.product;

/**
 * How often a variant was met. Immutable.
 *
 * @param shown messages that showed it
 * @param enquired messages of customers about it
 * @param ordered pieces in orders that were placed
 * @param sold pieces that were handed over
 * @since 0.1
 */
public record ProductStats(long shown, long enquired, long ordered, long sold) {

    /** Never met. */
    public static final ProductStats NONE = new ProductStats(0, 0, 0, 0);
}
