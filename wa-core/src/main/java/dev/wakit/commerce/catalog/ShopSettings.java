package dev.wakit.commerce.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * How a sender shows its catalog. Immutable.
 *
 * <p>Where it was read, an empty value means that the BSP did not say: nobody documents what it is then. Where it is to be changed,
 * an empty value stays as it is.
 *
 * @param cart whether people can put products into a cart
 * @param catalogVisible whether people see the catalog
 * @since 0.1
 */
public record ShopSettings(Optional<Boolean> cart, Optional<Boolean> catalogVisible) {

    /** Checks that both are there, empty or not. */
    public ShopSettings {
        Objects.requireNonNull(cart, "cart");
        Objects.requireNonNull(catalogVisible, "catalogVisible");
    }

    /** Both settings. */
    public static ShopSettings of(boolean cart, boolean catalogVisible) {
        return new ShopSettings(Optional.of(cart), Optional.of(catalogVisible));
    }

    /** A change of the cart alone. */
    public static ShopSettings ofCart(boolean cart) {
        return new ShopSettings(Optional.of(cart), Optional.empty());
    }

    /** A change of the visibility alone. */
    public static ShopSettings ofCatalogVisible(boolean catalogVisible) {
        return new ShopSettings(Optional.empty(), Optional.of(catalogVisible));
    }
}
