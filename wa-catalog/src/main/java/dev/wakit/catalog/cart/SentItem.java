package dev.wakit.catalog.cart;

import java.math.BigDecimal;

/**
 * A line of a cart as the customer's phone sent it: nothing is checked, rounded or corrected. Immutable.
 *
 * @param retailerId the product; any text, also none
 * @param quantity how many; any number
 * @param price of one, in whole units of the currency; any number
 * @param currency any text, also none
 * @since 0.1
 */
public record SentItem(String retailerId, BigDecimal quantity, BigDecimal price, String currency) {}
