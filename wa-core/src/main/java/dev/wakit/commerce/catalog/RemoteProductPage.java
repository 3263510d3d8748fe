package dev.wakit.commerce.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of the products of a catalog. Immutable.
 *
 * @param products the products of the page
 * @param next the pointer for {@link ProductQuery.Builder#after}; empty on the last page
 * @since 0.1
 */
public record RemoteProductPage(List<RemoteProduct> products, Optional<String> next) {

    /** Copies the products. */
    public RemoteProductPage {
        products = List.copyOf(products);
        Objects.requireNonNull(next, "next");
    }
}
