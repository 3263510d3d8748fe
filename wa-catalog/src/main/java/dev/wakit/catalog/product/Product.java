package dev.wakit.catalog.product;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A product as it stood at one moment. Immutable.
 *
 * @param tenant its owner
 * @param catalog its catalog
 * @param id its id
 * @param status whether customers may see it
 * @param texts what its variants share
 * @param variants all its variants, also those that are no longer for sale, in the order of their ids
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param version 1 when created, one more with each change
 * @since 0.1
 */
public record Product(
        TenantId tenant,
        CatalogId catalog,
        ProductId id,
        ProductStatus status,
        ProductTexts texts,
        List<Variant> variants,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Copies the variants. */
    public Product {
        variants = List.copyOf(variants);
    }

    /** What it is, as it could be given again: the texts and the variants that are for sale. */
    public ProductSpec spec() {
        return ProductSpec.of(
                texts,
                variants.stream().filter(Variant::isForSale).map(Variant::spec).toList());
    }

    /** The variant with this id in the catalog, if there is one. */
    public Optional<Variant> variant(String retailerId) {
        return variants.stream()
                .filter(variant -> variant.retailerId().equals(retailerId))
                .findFirst();
    }

    /** The same product in another status. */
    public Product in(ProductStatus newStatus) {
        return new Product(tenant, catalog, id, newStatus, texts, variants, createdAt, updatedAt, version);
    }
}
