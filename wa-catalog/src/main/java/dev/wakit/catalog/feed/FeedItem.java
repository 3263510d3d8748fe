package dev.wakit.catalog.feed;

import dev.wakit.catalog.product.ProductTexts;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantSpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a variant as one item of Meta's product feeds: texts by column.
 *
 * @since 0.1
 */
public final class FeedItem {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final long MINUTE_MILLIS = 60_000;

    private FeedItem() {}

    /** The columns that are set, by name. */
    public static SortedMap<String, String> of(ProductTexts texts, Variant variant) {
        VariantSpec spec = variant.spec();
        var item = new TreeMap<String, String>();
        item.put("id", spec.retailerId());
        item.put("title", texts.title());
        item.put("description", texts.description());
        item.put("link", texts.link());
        item.put("brand", texts.brand());
        item.put("item_group_id", texts.groupId());
        item.put("google_product_category", texts.googleCategory());
        item.put("fb_product_category", texts.fbCategory());
        item.put("availability", spec.availability().text());
        item.put("condition", spec.condition().text());
        item.put("price", spec.price().toString());
        spec.sale().ifPresent(sale -> sale(item, sale));
        item.put("image_link", spec.imageLink());
        item.put("additional_image_link", String.join(",", spec.moreImages()));
        item.putAll(spec.options());
        item.putAll(spec.columns());
        item.values().removeIf(String::isEmpty);
        return item;
    }

    private static void sale(SortedMap<String, String> item, Sale sale) {
        item.put("sale_price", sale.price().toString());
        if (sale.isLimited()) {
            item.put("sale_price_effective_date", text(sale.from()) + "/" + text(sale.until()));
        }
    }

    // Meta's own form has minutes; more is written only where it would be lost.
    private static String text(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return (time.toEpochMilli() % MINUTE_MILLIS == 0 ? MINUTES : EXACT).format(utc);
    }
}
