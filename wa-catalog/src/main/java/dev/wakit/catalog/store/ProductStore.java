package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.product.ProductId;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.VariantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Products, their variants and their statistics.
 *
 * @since 0.1
 */
public interface ProductStore {

    /**
     * Writes products in one transaction, all or none: adds those of version 1, and changes those whose version is one less than
     * theirs. Variants are added and changed, never removed, and the review of a variant that is there stays as it is.
     *
     * @param products of one tenant and one catalog; at most 1,000
     */
    ProductWrite save(List<Product> products);

    /** The product of this tenant with this id. */
    Optional<Product> find(TenantId tenant, ProductId id);

    /** The products that have variants with these ids in the catalog, for sale or not, each once. */
    List<Product> findByRetailerIds(TenantId tenant, CatalogId catalog, Collection<String> retailerIds);

    /** The products with these group ids, each once. */
    List<Product> findByGroupIds(TenantId tenant, CatalogId catalog, Collection<String> groupIds);

    /** A page of products, by id. */
    List<Product> list(TenantId tenant, CatalogId catalog, ProductQuery query);

    /** Notes what Meta's review found; the version of the product stays. Returns whether the variant is there. */
    boolean review(TenantId tenant, VariantId variant, Review review);

    /** Adds to a counter of variants, by how many each. */
    void count(TenantId tenant, ProductCounter counter, Map<VariantId, Long> additions);

    /** The statistics of variants; those that were never met are left out. */
    Map<VariantId, ProductStats> stats(TenantId tenant, Collection<VariantId> variants);
}
