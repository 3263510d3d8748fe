package dev.wakit.catalog.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of product files. */
final class FeedColumns {

    /** The columns that every export has, in the order of Meta's template. */
    static final List<String> META = List.of(
            "id",
            "title",
            "description",
            "availability",
            "condition",
            "price",
            "link",
            "image_link",
            "brand",
            "sale_price",
            "sale_price_effective_date",
            "item_group_id",
            "color",
            "size",
            "material",
            "pattern",
            "gender",
            "age_group",
            "additional_image_link",
            "google_product_category",
            "fb_product_category");

    /** In what variants may differ. */
    static final Set<String> OPTIONS = Set.of("color", "size", "material", "pattern", "gender", "age_group");

    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("sku", "id"),
            Map.entry("name", "title"),
            Map.entry("url", "link"),
            Map.entry("image", "image_link"),
            Map.entry("images", "additional_image_link"),
            Map.entry("group", "item_group_id"),
            Map.entry("category", "google_product_category"),
            Map.entry("sale", "sale_price"),
            Map.entry("sale_dates", "sale_price_effective_date"),
            Map.entry("weight", "shipping_weight"));

    private static final Map<String, String> TO_SIMPLE =
            SIMPLE.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private FeedColumns() {}

    /** Whether a header is of the simple form: it has a {@code sku} and no {@code id}. */
    static boolean isSimple(List<String> header) {
        return header.contains("sku") && !header.contains("id");
    }

    /** The name of a header cell, in lower case with underscores. */
    static String name(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** The column of Meta that a column of the simple form stands for. */
    static String ofSimple(String name) {
        return SIMPLE.getOrDefault(name, name);
    }

    /** The name of a column of Meta in the simple form. */
    static String toSimple(String column) {
        return TO_SIMPLE.getOrDefault(column, column);
    }
}
