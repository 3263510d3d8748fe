package dev.wakit.catalog.order;

import java.util.ArrayList;
import java.util.List;

/**
 * Who computes discount, shipping and tax, in this order. Immutable.
 *
 * @since 0.1
 */
public final class OrderPricing {

    /** Nobody: adjustments are given with the order and by {@link OrderCommand.Adjust}, and stay until they are changed. */
    public static final OrderPricing MANUAL = new OrderPricing(
            (order, soFar) -> List.of(), (order, soFar) -> List.of(), (order, soFar) -> List.of(), true);

    private final DiscountEngine discounts;
    private final ShippingQuoter shipping;
    private final TaxCalculator tax;
    private final boolean isManual;

    private OrderPricing(DiscountEngine discounts, ShippingQuoter shipping, TaxCalculator tax, boolean isManual) {
        this.discounts = discounts;
        this.shipping = shipping;
        this.tax = tax;
        this.isManual = isManual;
    }

    /** Computed whenever an order is placed or its lines change. */
    public static OrderPricing of(DiscountEngine discounts, ShippingQuoter shipping, TaxCalculator tax) {
        return new OrderPricing(discounts, shipping, tax, false);
    }

    /** Tax only. */
    public static OrderPricing of(TaxCalculator tax) {
        return of((order, soFar) -> List.of(), (order, soFar) -> List.of(), tax);
    }

    boolean isManual() {
        return isManual;
    }

    List<Adjustment> adjust(PricedOrder order) {
        var all = new ArrayList<Adjustment>(discounts.discounts(order, List.of()));
        all.addAll(shipping.shipping(order, List.copyOf(all)));
        all.addAll(tax.tax(order, List.copyOf(all)));
        return List.copyOf(all);
    }
}
