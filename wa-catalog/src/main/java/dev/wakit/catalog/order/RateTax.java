package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tax by the rate of each line, after discounts: a discount of the whole order is shared out to the lines by what they cost. Shipping
 * and fees are not taxed. Immutable.
 *
 * @since 0.1
 */
public final class RateTax implements TaxCalculator {

    private final Rounding rounding;
    private final boolean isPerLine;

    private RateTax(Rounding rounding, boolean isPerLine) {
        this.rounding = rounding;
        this.isPerLine = isPerLine;
    }

    /** Rounded for each line. */
    public static RateTax perLine(Rounding rounding) {
        return new RateTax(rounding, true);
    }

    /** Rounded once for each rate of the order. */
    public static RateTax perOrder(Rounding rounding) {
        return new RateTax(rounding, false);
    }

    @Override
    public List<Adjustment> tax(PricedOrder order, List<Adjustment> soFar) {
        SortedMap<BigDecimal, List<Money>> byRate = byRate(order, discounted(order, soFar));
        var taxes = new ArrayList<Adjustment>();
        byRate.forEach((rate, amounts) -> {
            List<Money> bases = isPerLine ? amounts : List.of(Money.sum(order.currency(), amounts));
            List<Money> parts =
                    bases.stream().map(base -> part(order, base, rate)).toList();
            taxes.add(new Adjustment(AdjustmentKind.TAX, percent(rate), Money.sum(order.currency(), parts)));
        });
        return taxes;
    }

    private static List<Money> discounted(PricedOrder order, List<Adjustment> soFar) {
        List<Money> totals = order.lines().stream().map(OrderLine::total).toList();
        Money discount = Money.sum(
                order.currency(),
                soFar.stream()
                        .filter(adjustment -> adjustment.kind() == AdjustmentKind.DISCOUNT)
                        .map(Adjustment::amount)
                        .toList());
        if (discount.isZero() || totals.stream().allMatch(Money::isZero)) {
            return totals;
        }
        List<Money> shares = discount.shares(totals.stream().map(Money::minor).toList());
        var left = new ArrayList<Money>();
        for (int i = 0; i < totals.size(); i++) {
            left.add(totals.get(i).minus(shares.get(i)));
        }
        return left;
    }

    private static SortedMap<BigDecimal, List<Money>> byRate(PricedOrder order, List<Money> amounts) {
        var byRate = new TreeMap<BigDecimal, List<Money>>();
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal rate = order.lines().get(i).item().taxRate();
            if (rate.signum() > 0) {
                byRate.computeIfAbsent(rate, unused -> new ArrayList<>()).add(amounts.get(i));
            }
        }
        return byRate;
    }

    private Money part(PricedOrder order, Money base, BigDecimal rate) {
        return order.taxIncluded() ? base.taxWithin(rate, rounding) : base.times(rate, rounding);
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
