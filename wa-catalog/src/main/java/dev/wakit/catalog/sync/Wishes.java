package dev.wakit.catalog.sync;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.store.CatalogStores;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the BSP should have. Thread-safe. */
final class Wishes {

    private final TenantId tenant;
    private final CatalogId catalog;
    private final CatalogStores stores;

    Wishes(TenantId tenant, CatalogId catalog, CatalogStores stores) {
        this.tenant = tenant;
        this.catalog = catalog;
        this.stores = stores;
    }

    /** Of variants, by retailer id; those that are not known here are left out. */
    Map<String, ItemWish> of(Collection<String> retailerIds) {
        Set<String> wanted = new HashSet<>(retailerIds);
        return of(stores.products().findByRetailerIds(tenant, catalog, wanted), wanted);
    }

    /** Of all variants of products. */
    Map<String, ItemWish> of(List<Product> products) {
        return of(
                products,
                products.stream()
                        .flatMap(product -> product.variants().stream())
                        .map(Variant::retailerId)
                        .collect(Collectors.toSet()));
    }

    private Map<String, ItemWish> of(List<Product> products, Set<String> wanted) {
        List<VariantId> ids = products.stream()
                .flatMap(product -> product.variants().stream())
                .filter(variant -> wanted.contains(variant.retailerId()))
                .map(Variant::id)
                .toList();
        Map<VariantId, List<StockLevel>> levels =
                stores.stock().levels(tenant, ids).stream().collect(Collectors.groupingBy(StockLevel::variant));
        var wishes = new HashMap<String, ItemWish>();
        for (Product product : products) {
            for (Variant variant : product.variants()) {
                if (wanted.contains(variant.retailerId())) {
                    wishes.put(
                            variant.retailerId(),
                            ItemWish.of(product, variant, levels.getOrDefault(variant.id(), List.of())));
                }
            }
        }
        return wishes;
    }
}
