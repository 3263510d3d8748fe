package dev.wakit.provider.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.commerce.catalog.ProductSet;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.commerce.catalog.ShopSettings;
import dev.wakit.provider.http.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads catalogs, sets and settings. */
final class CatalogReader {

    /** What a catalog and a set are asked for. */
    static final String FIELDS = "id,name,product_count";

    private CatalogReader() {}

    static Optional<RemoteCatalog> catalog(JsonNode node, boolean shared) {
        return Json.text(node, "id").map(id -> new RemoteCatalog(id, name(node), products(node), shared));
    }

    static Optional<ProductSet> set(JsonNode node) {
        return Json.text(node, "id").map(id -> new ProductSet(id, name(node), products(node)));
    }

    static ShopSettings settings(JsonNode answer) {
        JsonNode node = answer.path("data").path(0);
        return new ShopSettings(flag(node, "is_cart_enabled"), flag(node, "is_catalog_visible"));
    }

    private static Optional<Boolean> flag(JsonNode node, String name) {
        JsonNode found = node.path(name);
        return switch (found.asText("").toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String name(JsonNode node) {
        return Json.text(node, "name").orElse("");
    }

    private static OptionalLong products(JsonNode node) {
        JsonNode count = node.path("product_count");
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }
}
