package dev.wakit.commerce.catalog;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A part of a catalog that has a name, such as a collection. Immutable.
 *
 * @param id the BSP's id of it
 * @param name its name; empty if the BSP did not say
 * @param products how many products it has, as far as the BSP says
 * @since 0.1
 */
public record ProductSet(String id, String name, OptionalLong products) {

    /** Checks that it has an id. */
    public ProductSet {
        Check.present("product set.id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(products, "products");
    }
}
