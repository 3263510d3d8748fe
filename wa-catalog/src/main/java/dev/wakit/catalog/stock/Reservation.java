package dev.wakit.catalog.stock;

import dev.wakit.catalog.product.VariantId;

/**
 * What is promised to one line of an order. Immutable.
 *
 * @param line the number of the line
 * @param variant of what
 * @param location where
 * @param quantity how many were promised
 * @param consumed how many of them were handed over
 * @param released how many of them were given back
 * @since 0.1
 */
public record Reservation(int line, VariantId variant, String location, int quantity, int consumed, int released) {

    /** How many are still promised. */
    public int held() {
        return quantity - consumed - released;
    }
}
