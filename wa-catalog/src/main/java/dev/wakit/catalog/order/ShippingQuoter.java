package dev.wakit.catalog.order;

import java.util.List;

/**
 * Computes what the transport of an order costs. Implementations are thread-safe, do not block for long and depend on nothing but what they are given: they run again
 * whenever the lines of the order change.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ShippingQuoter {

    /**
     * The shipping and fees of an order: adjustments of kind SHIPPING or FEE.
     *
     * @param soFar what was computed before: discounts first, then shipping, then tax
     */
    List<Adjustment> shipping(PricedOrder order, List<Adjustment> soFar);
}
