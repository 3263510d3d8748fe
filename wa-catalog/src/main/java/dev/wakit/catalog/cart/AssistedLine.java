package dev.wakit.catalog.cart;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineItem;

/**
 * What is in a cart that is filled here, at the price at which it was put in. Immutable.
 *
 * @param item what it is
 * @param quantity how many, at least 1
 * @param unitPrice what one costs
 * @since 0.1
 */
public record AssistedLine(LineItem item, int quantity, Money unitPrice) {

    /** What the line costs. */
    public Money total() {
        return unitPrice.times(quantity);
    }
}
