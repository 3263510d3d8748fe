package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.money.Money;

/**
 * What is added to or taken from the price of the items. Immutable.
 *
 * @param kind what it is
 * @param label what people read, at most 100 characters
 * @param amount how much; negative only for {@link AdjustmentKind#ROUNDING}
 * @since 0.1
 */
public record Adjustment(AdjustmentKind kind, String label, Money amount) {

    /** Checks the values. */
    public Adjustment {
        Limits.text("adjustment.label", label, 0, 100);
        if (amount.isNegative() && kind != AdjustmentKind.ROUNDING) {
            throw new InvalidOrderException(
                    "adjustment.amount", "is " + amount + ". Use nothing or more for " + kind + ".");
        }
    }

    /** What it adds to the total: a discount takes off, tax adds nothing where prices include it. */
    public Money effect(boolean isTaxIncluded) {
        return switch (kind) {
            case DISCOUNT -> amount.negated();
            case TAX -> isTaxIncluded ? Money.zero(amount.currency()) : amount;
            case SHIPPING, FEE, ROUNDING -> amount;
        };
    }
}
