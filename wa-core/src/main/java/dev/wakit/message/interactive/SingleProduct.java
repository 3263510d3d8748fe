package dev.wakit.message.interactive;

import dev.wakit.internal.Check;

/**
 * One product of a catalog. Immutable.
 *
 * @param catalogId the catalog
 * @param productRetailerId the product id in the catalog
 * @since 0.1
 */
public record SingleProduct(String catalogId, String productRetailerId) implements InteractiveAction {
    public SingleProduct {
        Check.present("product.catalog_id", catalogId);
        Check.present("product.product_retailer_id", productRetailerId);
    }

    /** Returns the product given. */
    public static SingleProduct of(String catalogId, String productRetailerId) {
        return new SingleProduct(catalogId, productRetailerId);
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.PRODUCT;
    }
}
