package dev.wakit.catalog.order;

import java.util.List;

/**
 * Computes what is taken off an order. Implementations are thread-safe, do not block for long and depend on nothing but what they are given: they run again
 * whenever the lines of the order change.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DiscountEngine {

    /**
     * The discounts of an order: adjustments of kind DISCOUNT.
     *
     * @param soFar what was computed before: discounts first, then shipping, then tax
     */
    List<Adjustment> discounts(PricedOrder order, List<Adjustment> soFar);
}
