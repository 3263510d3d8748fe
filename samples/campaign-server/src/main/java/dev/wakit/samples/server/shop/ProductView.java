package dev.wakit.samples.server.shop;

import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.sync.SyncItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as it is shown. */
record ProductView(
        String id,
        String catalog,
        String status,
        String title,
        String description,
        String link,
        String brand,
        String groupId,
        List<VariantView> variants,
        String updatedAt,
        long version) {

    /** A variant; {@code availability} is what customers see, stock included. */
    record VariantView(
            String id,
            String retailerId,
            String price,
            @Nullable String salePrice,
            String availability,
            String condition,
            String image,
            Map<String, String> options,
            boolean forSale,
            String review,
            List<String> reviewReasons,
            @Nullable StockView stock,
            @Nullable SyncView sync,
            ProductStats stats) {}

    /** How many there are, at all locations. */
    record StockView(int stocked, int reserved, int available) {}

    /** How it stands at Meta. */
    record SyncView(String state, @Nullable String problem) {}

    /** A product with what is known of its variants. */
    static ProductView of(Product product, Known known) {
        return new ProductView(
                product.id().toString(),
                product.catalog().toString(),
                product.status().name(),
                product.texts().title(),
                product.texts().description(),
                product.texts().link(),
                product.texts().brand(),
                product.texts().groupId(),
                product.variants().stream().map(known::view).toList(),
                product.updatedAt().toString(),
                product.version());
    }

    /** What is known of variants beside themselves. */
    interface Known {

        List<StockLevel> levels(Variant variant);

        @Nullable SyncItem sync(Variant variant);

        ProductStats stats(Variant variant);

        private VariantView view(Variant variant) {
            List<StockLevel> levels = levels(variant);
            SyncItem sync = sync(variant);
            return new VariantView(
                    variant.id().toString(),
                    variant.retailerId(),
                    variant.spec().price().toString(),
                    variant.spec().sale().map(sale -> sale.price().toString()).orElse(null),
                    StockLevel.availability(variant.spec().availability(), levels)
                            .text(),
                    variant.spec().condition().text(),
                    variant.spec().imageLink(),
                    variant.spec().options(),
                    variant.isForSale(),
                    variant.review().status().name(),
                    variant.review().reasons(),
                    levels.isEmpty() ? null : stock(levels),
                    sync == null
                            ? null
                            : new SyncView(sync.state().name(), sync.problem().isEmpty() ? null : sync.problem()),
                    stats(variant));
        }

        private static StockView stock(List<StockLevel> levels) {
            int stocked = levels.stream().mapToInt(StockLevel::stocked).sum();
            int reserved = levels.stream().mapToInt(StockLevel::reserved).sum();
            return new StockView(stocked, reserved, stocked - reserved);
        }
    }
}
