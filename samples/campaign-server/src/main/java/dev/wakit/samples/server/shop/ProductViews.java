package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.sync.SyncItem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows products with their stock, their statistics and how they stand at Meta, read once for all of them. Thread-safe. */
final class ProductViews {

    private final Shop shop;
    private final Mirrors mirrors;

    ProductViews(Shop shop, Mirrors mirrors) {
        this.shop = shop;
        this.mirrors = mirrors;
    }

    List<ProductView> of(Catalog catalog, List<Product> products) {
        List<Variant> variants = products.stream()
                .flatMap(product -> product.variants().stream())
                .toList();
        List<VariantId> ids = variants.stream().map(Variant::id).toList();
        Map<VariantId, List<StockLevel>> levels =
                shop.stock().levels(ids).stream().collect(Collectors.groupingBy(StockLevel::variant));
        Map<VariantId, ProductStats> stats = shop.products().stats(ids);
        Map<String, SyncItem> items = mirrors
                .known(catalog)
                .map(mirror ->
                        mirror.items(variants.stream().map(Variant::retailerId).toList()))
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(SyncItem::retailerId, Function.identity()));
        var known = new Known(levels, stats, items);
        return products.stream().map(product -> ProductView.of(product, known)).toList();
    }

    private record Known(
            Map<VariantId, List<StockLevel>> levels, Map<VariantId, ProductStats> stats, Map<String, SyncItem> items)
            implements ProductView.Known {

        @Override
        public List<StockLevel> levels(Variant variant) {
            return levels.getOrDefault(variant.id(), List.of());
        }

        @Override
        public @Nullable SyncItem sync(Variant variant) {
            return items.get(variant.retailerId());
        }

        @Override
        public ProductStats stats(Variant variant) {
            return stats.getOrDefault(variant.id(), ProductStats.NONE);
        }
    }
}
