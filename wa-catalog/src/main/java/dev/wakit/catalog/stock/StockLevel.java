package dev.wakit.catalog.stock;

import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.VariantId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * What customers should see of a variant, all its locations together: stock decides only about what would be in stock otherwise, and
     * one location that has it is enough.
     *
     * @param own what the variant itself says
     * @param levels its levels; none if it is not counted
     */
    public static Availability availability(Availability own, Collection<StockLevel> levels) {
        if (own != Availability.IN_STOCK || levels.isEmpty()) {
            return own;
        }
        Set<Availability> all = levels.stream().map(StockLevel::availability).collect(Collectors.toSet());
        if (all.contains(Availability.IN_STOCK)) {
            return Availability.IN_STOCK;
        }
        return all.contains(Availability.AVAILABLE_FOR_ORDER)
                ? Availability.AVAILABLE_FOR_ORDER
                : Availability.OUT_OF_STOCK;
    }

    /** What customers should see. */
    public Availability availability() {
        if (available() > buffer) {
            return Availability.IN_STOCK;
        }
        return backorders ? Availability.AVAILABLE_FOR_ORDER : Availability.OUT_OF_STOCK;
    }
}
