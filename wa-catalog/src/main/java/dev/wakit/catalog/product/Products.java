package dev.wakit.catalog.product;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.RuleBreak;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.catalog.store.ProductWrite;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The products of one tenant. Thread-safe.
 *
 * <p>Products are archived, never deleted, so that an order can always say what it was about.
 *
 * @since 0.1
 */
public final class Products {

    private final TenantId tenant;
    private final CatalogStores stores;
    private final InstantSource clock;
    private final LongSupplier ids;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Products(TenantId tenant, CatalogStores stores, InstantSource clock, LongSupplier ids) {
        this.tenant = tenant;
        this.stores = stores;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Adds a product that is for sale.
     *
     * @throws NotFoundException if there is no such catalog
     * @throws InvalidProductException if its currency is not the catalog's, or another product has one of its retailer ids
     */
    public Product create(CatalogId catalog, ProductSpec spec) {
        Product product = draft(catalog(catalog), spec);
        save(List.of(product));
        return product;
    }

    private Catalog catalog(CatalogId id) {
        return stores.catalogs().find(tenant, id).orElseThrow(() -> new NotFoundException("catalog " + id));
    }

    /**
     * A product that is not stored yet, for {@link #save}.
     *
     * @throws InvalidProductException if its currency is not the catalog's
     */
    public Product draft(Catalog catalog, ProductSpec spec) {
        check(catalog, spec);
        Instant now = clock.instant();
        List<Variant> variants = spec.variants().stream().map(this::added).toList();
        return new Product(
                tenant,
                catalog.id(),
                new ProductId(ids.getAsLong()),
                ProductStatus.ACTIVE,
                spec.texts(),
                variants,
                now,
                now,
                1);
    }

    private Variant added(VariantSpec spec) {
        return new Variant(new VariantId(ids.getAsLong()), spec, true, Review.NONE);
    }

    private static void check(Catalog catalog, ProductSpec spec) {
        if (!spec.currency().equals(catalog.currency())) {
            throw new InvalidProductException(new RuleBreak(
                    "price",
                    spec.variants().get(0).price().toString(),
                    "The catalog is in " + catalog.currency().getCurrencyCode(),
                    "Give the price in that currency, or use another catalog."));
        }
    }

    /**
     * Changes a product. Variants are recognised by their retailer id; one that the spec leaves out is no longer for sale. When nothing
     * is different, nothing is written.
     *
     * @param version the version that was read
     * @throws StaleVersionException if somebody else changed it since
     * @throws InvalidProductException if its currency is not the catalog's, or another product has one of its retailer ids
     */
    public Product update(ProductId id, long version, ProductSpec spec) {
        Product read = current(id, version);
        Product changed = changed(catalog(read.catalog()), read, spec);
        if (changed.version() > read.version()) {
            save(List.of(changed));
        }
        return changed;
    }

    private Product current(ProductId id, long version) {
        Product read = get(id);
        if (read.version() != version) {
            throw new StaleVersionException("product " + id, version);
        }
        return read;
    }

    /**
     * A product as it would be with another spec, for {@link #save}; the same product if nothing is different.
     *
     * @throws InvalidProductException if the currency is not the catalog's
     */
    public Product changed(Catalog catalog, Product read, ProductSpec spec) {
        check(catalog, spec);
        var variants = new ArrayList<Variant>();
        var wanted = new HashSet<String>();
        for (VariantSpec variant : spec.variants()) {
            wanted.add(variant.retailerId());
        }
        for (Variant known : read.variants()) {
            if (!wanted.contains(known.retailerId())) {
                variants.add(new Variant(known.id(), known.spec(), false, known.review()));
            }
        }
        for (VariantSpec variant : spec.variants()) {
            variants.add(read.variant(variant.retailerId())
                    .map(known -> new Variant(known.id(), variant, true, known.review()))
                    .orElseGet(() -> added(variant)));
        }
        variants.sort(java.util.Comparator.comparing(Variant::id));
        boolean isSame = read.texts().equals(spec.texts()) && read.variants().equals(variants);
        return isSame ? read : next(read, read.status(), spec.texts(), variants);
    }

    private Product next(Product read, ProductStatus status, ProductTexts texts, List<Variant> variants) {
        return new Product(
                tenant,
                read.catalog(),
                read.id(),
                status,
                texts,
                variants,
                read.createdAt(),
                clock.instant(),
                read.version() + 1);
    }

    /**
     * Moves a product to another status, such as out of sale.
     *
     * @param version the version that was read
     * @throws StaleVersionException if somebody else changed it since
     */
    public Product setStatus(ProductId id, long version, ProductStatus status) {
        Product read = current(id, version);
        if (read.status() == status) {
            return read;
        }
        Product changed = next(read, status, read.texts(), read.variants());
        save(List.of(changed));
        return changed;
    }

    /** Takes a product out of sale. */
    public Product archive(ProductId id, long version) {
        return setStatus(id, version, ProductStatus.ARCHIVED);
    }

    /**
     * Writes products, all or none.
     *
     * @throws StaleVersionException if somebody else changed one of them since it was read
     * @throws InvalidProductException if other products have some of their retailer ids
     */
    public void save(List<Product> products) {
        ProductWrite written = stores.products().save(products);
        if (!written.taken().isEmpty()) {
            throw new InvalidProductException(written.taken().stream()
                    .sorted()
                    .map(id -> new RuleBreak(
                            "id",
                            id,
                            "Another product of the catalog has it",
                            "Use another id, or change that product."))
                    .toList());
        }
        written.stale().stream().findFirst().ifPresent(id -> {
            long version = products.stream()
                    .filter(product -> product.id().equals(id))
                    .mapToLong(product -> product.version() - 1)
                    .findFirst()
                    .orElse(0);
            throw new StaleVersionException("product " + id, version);
        });
    }

    /** The product with this id. */
    public Optional<Product> find(ProductId id) {
        return stores.products().find(tenant, id);
    }

    /**
     * The product with this id.
     *
     * @throws NotFoundException if there is none
     */
    public Product get(ProductId id) {
        return find(id).orElseThrow(() -> new NotFoundException("product " + id));
    }

    /** The products that have variants with these ids in the catalog, for sale or not. */
    public List<Product> findByRetailerIds(CatalogId catalog, Collection<String> retailerIds) {
        return stores.products().findByRetailerIds(tenant, catalog, retailerIds);
    }

    /** The products with these group ids. */
    public List<Product> findByGroupIds(CatalogId catalog, Collection<String> groupIds) {
        return stores.products().findByGroupIds(tenant, catalog, groupIds);
    }

    /** A page of products. */
    public List<Product> list(CatalogId catalog, ProductQuery query) {
        return stores.products().list(tenant, catalog, query);
    }

    /**
     * Notes what Meta's review found.
     *
     * @throws NotFoundException if there is no such variant
     */
    public void review(VariantId variant, Review review) {
        if (!stores.products().review(tenant, variant, review)) {
            throw new NotFoundException("variant " + variant);
        }
    }

    /** Adds to a counter of variants, by how many each. */
    public void count(ProductCounter counter, Map<VariantId, Long> additions) {
        stores.products().count(tenant, counter, additions);
    }

    /** The statistics of variants; those that were never met are left out. */
    public Map<VariantId, ProductStats> stats(Collection<VariantId> variants) {
        return stores.products().stats(tenant, variants);
    }
}
