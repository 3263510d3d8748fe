package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.product.ProductId;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.ProductStore;
import dev.wakit.catalog.store.ProductWrite;
import dev.wakit.store.jdbc.internal.product.ProductTable;
import dev.wakit.store.jdbc.internal.product.VariantCounterTable;
import dev.wakit.store.jdbc.internal.product.VariantTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sync.SyncItemTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Products over JDBC. Thread-safe. */
public final class JdbcProductStore implements ProductStore {

    private final Database database;
    private final ProductTable products;
    private final VariantTable variants;
    private final VariantCounterTable counters;
    private final SyncItemTable sync;

    /** Over a database. */
    public JdbcProductStore(Database database, VariantCounterTable counters, SyncItemTable sync) {
        this.database = database;
        this.products = new ProductTable(database.dialect());
        this.variants = new VariantTable(database.dialect());
        this.counters = counters;
        this.sync = sync;
    }

    @Override
    public ProductWrite save(List<Product> written) {
        if (written.isEmpty()) {
            return ProductWrite.DONE;
        }
        try {
            return database.write("save products", handle -> {
                saveAll(handle, written);
                return ProductWrite.DONE;
            });
        } catch (Refused refused) {
            return refused.result;
        }
    }

    // In the order of ids, so that two writers of the same products cannot wait for each other.
    private void saveAll(Handle handle, List<Product> written) {
        List<Product> ordered =
                written.stream().sorted(Comparator.comparing(Product::id)).toList();
        var stale = new HashSet<ProductId>();
        for (Product product : ordered) {
            if (product.version() == 1) {
                products.insert(handle, product);
            } else if (!products.update(handle, product)) {
                stale.add(product.id());
            }
        }
        if (!stale.isEmpty()) {
            throw new Refused(new ProductWrite(stale, Set.of()));
        }
        Set<String> taken = saveVariants(handle, ordered);
        if (!taken.isEmpty()) {
            throw new Refused(new ProductWrite(Set.of(), taken));
        }
        sync.due(handle, ordered);
    }

    private Set<String> saveVariants(Handle handle, List<Product> ordered) {
        Map<Long, List<Variant>> known =
                variants.ofProducts(handle, ordered.get(0).tenant(), ids(ordered));
        var taken = new HashSet<String>();
        for (Product product : ordered) {
            Map<VariantId, Variant> there = known.getOrDefault(product.id().value(), List.of()).stream()
                    .collect(Collectors.toMap(Variant::id, Function.identity()));
            for (Variant variant : product.variants()) {
                Variant old = there.get(variant.id());
                if (old == null && !variants.insert(handle, product, variant)) {
                    taken.add(variant.retailerId());
                } else if (old != null && !isSame(old, variant)) {
                    variants.update(handle, product.tenant(), variant);
                }
            }
        }
        return taken;
    }

    private static boolean isSame(Variant old, Variant variant) {
        return old.isForSale() == variant.isForSale() && old.spec().equals(variant.spec());
    }

    private static List<Long> ids(List<Product> products) {
        return products.stream().map(product -> product.id().value()).toList();
    }

    @Override
    public Optional<Product> find(TenantId tenant, ProductId id) {
        return database.read(
                "find a product",
                handle -> byIds(handle, tenant, List.of(id.value())).stream().findFirst());
    }

    @Override
    public List<Product> findByRetailerIds(TenantId tenant, CatalogId catalog, Collection<String> retailerIds) {
        return database.read(
                "find products by their retailer ids",
                handle -> byIds(handle, tenant, variants.products(handle, tenant, catalog, retailerIds)));
    }

    @Override
    public List<Product> findByGroupIds(TenantId tenant, CatalogId catalog, Collection<String> groupIds) {
        return database.read(
                "find products by their group ids",
                handle -> byIds(handle, tenant, products.ofGroups(handle, tenant, catalog, groupIds)));
    }

    @Override
    public List<Product> list(TenantId tenant, CatalogId catalog, ProductQuery query) {
        return database.read(
                "list products", handle -> whole(handle, tenant, products.list(handle, tenant, catalog, query)));
    }

    private List<Product> byIds(Handle handle, TenantId tenant, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : whole(handle, tenant, products.find(handle, tenant, ids));
    }

    // Queries run each on its own, so a change may come between the rows and their variants: then all are read again.
    private List<Product> whole(Handle handle, TenantId tenant, List<Product> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Long, List<Variant>> all = variants.ofProducts(handle, tenant, ids(rows));
        List<Product> whole = rows.stream()
                .map(row -> with(row, all.getOrDefault(row.id().value(), List.of())))
                .toList();
        Map<Long, Long> versions = products.versions(handle, tenant, ids(rows));
        boolean isStill =
                rows.stream().allMatch(row -> versions.getOrDefault(row.id().value(), 0L) == row.version());
        return isStill ? whole : byIds(handle, tenant, ids(rows));
    }

    private static Product with(Product row, List<Variant> variants) {
        return new Product(
                row.tenant(),
                row.catalog(),
                row.id(),
                row.status(),
                row.texts(),
                variants,
                row.createdAt(),
                row.updatedAt(),
                row.version());
    }

    @Override
    public boolean review(TenantId tenant, VariantId variant, Review review) {
        return database.write("note a review", handle -> variants.setReview(handle, tenant, variant, review));
    }

    @Override
    public void count(TenantId tenant, ProductCounter counter, Map<VariantId, Long> additions) {
        database.write("count products", handle -> {
            counters.add(handle, tenant, counter, additions);
            return true;
        });
    }

    @Override
    public Map<VariantId, ProductStats> stats(TenantId tenant, Collection<VariantId> of) {
        return database.read("read the statistics of products", handle -> counters.stats(handle, tenant, of));
    }

    /** Ends a transaction that must leave no trace. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ProductWrite result;

        Refused(ProductWrite result) {
            this.result = result;
        }
    }
}
