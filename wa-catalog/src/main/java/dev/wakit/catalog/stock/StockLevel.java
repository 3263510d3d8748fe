package dev.wakit.catalog.stock;

import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.VariantId;

/**
 * How many of a variant are at one location, as it stood at one moment. Immutable.
 *
 * @param variant what
 * @param location where, 1 to 40 characters
 * @param stocked how many are on hand
 * @param reserved how many of them are promised to orders; above {@code stocked} only with backorders
 * @param backorders whether more may be promised than are on hand
 * @param buffer at so many available, or fewer, it is shown as out of stock, because carts of several customers may hold the last one
 * @since 0.1
 */
public record StockLevel(
        VariantId variant, String location, int stocked, int reserved, boolean backorders, int buffer) {

    /** How many can still be promised; below zero with backorders. */
    public int available() {
        return stocked - reserved;
    }

    /** What customers should see. */
    public Availability availability() {
        if (available() > buffer) {
            return Availability.IN_STOCK;
        }
        return backorders ? Availability.AVAILABLE_FOR_ORDER : Availability.OUT_OF_STOCK;
    }
}
