package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import java.util.Currency;
import java.util.List;

/**
 * What an order costs. Immutable: {@code total = items - discount + shipping + fee + tax + rounding}, without the tax where prices include it.
 *
 * @param items the lines
 * @param discount what is taken off
 * @param shipping what the transport costs
 * @param fee what services cost
 * @param tax the tax, contained or added
 * @param rounding what makes the sum round
 * @param total what is to be paid; never negative
 * @since 0.1
 */
public record OrderTotals(
        Money items, Money discount, Money shipping, Money fee, Money tax, Money rounding, Money total) {

    static OrderTotals of(
            Currency currency, List<OrderLine> lines, List<Adjustment> adjustments, boolean isTaxIncluded) {
        Money items = Money.sum(currency, lines.stream().map(OrderLine::total).toList());
        Money effects = Money.sum(
                currency,
                adjustments.stream()
                        .map(adjustment -> adjustment.effect(isTaxIncluded))
                        .toList());
        return new OrderTotals(
                items,
                sum(currency, adjustments, AdjustmentKind.DISCOUNT),
                sum(currency, adjustments, AdjustmentKind.SHIPPING),
                sum(currency, adjustments, AdjustmentKind.FEE),
                sum(currency, adjustments, AdjustmentKind.TAX),
                sum(currency, adjustments, AdjustmentKind.ROUNDING),
                items.plus(effects));
    }

    private static Money sum(Currency currency, List<Adjustment> adjustments, AdjustmentKind kind) {
        return Money.sum(
                currency,
                adjustments.stream()
                        .filter(adjustment -> adjustment.kind() == kind)
                        .map(Adjustment::amount)
                        .toList());
    }
}
