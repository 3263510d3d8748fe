package dev.wakit.catalog.message;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
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

/** Reads which variants may be shown now. Thread-safe. */
final class Verdicts {

    /** What a message says that does not name its catalog. */
    static final String ANY = "";

    private final TenantId tenant;
    private final CatalogStores stores;

    Verdicts(TenantId tenant, CatalogStores stores) {
        this.tenant = tenant;
        this.stores = stores;
    }

    /** About variants of a catalog, by retailer id; those that it does not have are left out. */
    Map<String, Verdict> of(CatalogId catalog, Collection<String> retailerIds) {
        Set<String> wanted = new HashSet<>(retailerIds);
        List<Product> products = stores.products().findByRetailerIds(tenant, catalog, wanted);
        List<VariantId> ids = products.stream()
                .flatMap(product -> product.variants().stream())
                .filter(variant -> wanted.contains(variant.retailerId()))
                .map(Variant::id)
                .toList();
        Map<VariantId, List<StockLevel>> levels =
                stores.stock().levels(tenant, ids).stream().collect(Collectors.groupingBy(StockLevel::variant));
        var verdicts = new HashMap<String, Verdict>();
        for (Product product : products) {
            for (Variant variant : product.variants()) {
                if (wanted.contains(variant.retailerId())) {
                    verdicts.put(
                            variant.retailerId(),
                            Verdict.of(product, variant, levels.getOrDefault(variant.id(), List.of())));
                }
            }
        }
        return verdicts;
    }

    /**
     * About variants of the catalogs that are linked to a catalog of Meta; one that shows a variant is enough.
     *
     * @param metaCatalog Meta's number, or {@link #ANY}
     */
    Map<String, Verdict> ofLinked(String metaCatalog, Collection<String> retailerIds) {
        var verdicts = new HashMap<String, Verdict>();
        for (Catalog catalog : stores.catalogs().list(tenant)) {
            String linked = catalog.link().catalogId();
            if (!linked.isEmpty() && (metaCatalog.equals(ANY) || metaCatalog.equals(linked))) {
                of(catalog.id(), retailerIds)
                        .forEach((id, verdict) ->
                                verdicts.merge(id, verdict, (one, other) -> one.isShown() ? one : other));
            }
        }
        return verdicts;
    }
}
