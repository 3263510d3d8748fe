package dev.wakit.catalog.sync;

import dev.wakit.catalog.feed.FeedItem;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ItemData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the BSP should have of a variant: columns and texts; none if it should have nothing. Immutable.
 *
 * @param retailerId the variant
 * @param columns its columns but the id, none empty; empty if the BSP should not have it
 */
record ItemWish(String retailerId, SortedMap<String, String> columns) {

    private static final String IMAGES = "additional_image_link";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.\\[\\]]{0,99}");

    /** Columns that are emptied at the BSP when a variant no longer has them. */
    private static final Set<String> CLEARED = Set.of(
            "sale_price",
            "sale_price_effective_date",
            "brand",
            "item_group_id",
            "color",
            "size",
            "material",
            "pattern",
            "gender",
            "age_group",
            "google_product_category",
            "fb_product_category");

    static ItemWish nothing(String retailerId) {
        return new ItemWish(retailerId, Collections.emptySortedMap());
    }

    /** What customers may see of a variant, with the availability that its stock gives it. */
    static ItemWish of(Product product, Variant variant, List<StockLevel> levels) {
        if (product.status() != ProductStatus.ACTIVE || !variant.isForSale()) {
            return nothing(variant.retailerId());
        }
        var columns = new TreeMap<>(FeedItem.of(product.texts(), variant));
        columns.remove("id");
        columns.keySet().removeIf(name -> !NAME.matcher(name).matches());
        columns.put(
                "availability",
                StockLevel.availability(variant.spec().availability(), levels).text());
        return new ItemWish(variant.retailerId(), Collections.unmodifiableSortedMap(columns));
    }

    boolean isNothing() {
        return columns.isEmpty();
    }

    /** The same wish without columns that belong to the BSP's side. */
    ItemWish without(Set<String> names) {
        if (names.isEmpty() || isNothing()) {
            return this;
        }
        var rest = new TreeMap<>(columns);
        rest.keySet().removeAll(names);
        return new ItemWish(retailerId, Collections.unmodifiableSortedMap(rest));
    }

    /** A digest; empty if the BSP should have nothing. */
    String hash() {
        if (isNothing()) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            columns.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    /** The change that makes it so. */
    ItemChange change(Set<String> leftAlone) {
        if (isNothing()) {
            return ItemChange.delete(retailerId);
        }
        ItemData.Builder data = ItemData.builder();
        columns.forEach((name, text) -> {
            if (name.equals(IMAGES)) {
                data.list(name, List.of(text.split(",")));
            } else {
                data.set(name, text);
            }
        });
        CLEARED.stream()
                .filter(name -> !columns.containsKey(name) && !leftAlone.contains(name))
                .sorted()
                .forEach(name -> data.set(name, ""));
        return ItemChange.upsert(retailerId, data.build());
    }
}
