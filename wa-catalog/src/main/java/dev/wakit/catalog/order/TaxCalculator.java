package dev.wakit.catalog.order;

import java.util.List;

/**
 * Computes the tax of an order. Implementations are thread-safe, do not block for long and depend on nothing but what they are given: they run again
 * whenever the lines of the order change.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TaxCalculator {

    /**
     * The tax of an order: adjustments of kind TAX or ROUNDING.
     *
     * @param soFar what was computed before: discounts first, then shipping, then tax
     */
    List<Adjustment> tax(PricedOrder order, List<Adjustment> soFar);
}
