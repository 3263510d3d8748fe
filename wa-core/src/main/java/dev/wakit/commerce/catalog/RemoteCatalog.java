package dev.wakit.commerce.catalog;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A catalog at the BSP. Immutable.
 *
 * @param id the BSP's id of it
 * @param name its name; empty if the BSP did not say
 * @param products how many products it has, as far as the BSP says
 * @param shared whether it belongs to another business, which lets this one use it
 * @since 0.1
 */
public record RemoteCatalog(String id, String name, OptionalLong products, boolean shared) {

    /** Checks that it has an id. */
    public RemoteCatalog {
        Check.present("catalog.id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(products, "products");
    }
}
