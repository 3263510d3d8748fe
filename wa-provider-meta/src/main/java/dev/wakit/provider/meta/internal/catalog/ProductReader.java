package dev.wakit.provider.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.commerce.catalog.Availability;
import dev.wakit.commerce.catalog.ProductReview;
import dev.wakit.commerce.catalog.RemoteProduct;
import dev.wakit.commerce.catalog.ReviewStatus;
import dev.wakit.provider.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one element of {@code products}, whose fields have other names than the columns by which they are set. */
final class ProductReader {

    private static final String CHANNELS = "capability_to_review_status";

    private static final List<String> REVIEW =
            List.of("review_status", CHANNELS, "review_rejection_reasons", "invalidation_errors");

    /** Columns by the name of the field that is read; the other columns have the same name in both. */
    private static final Map<String, String> COLUMNS = columns();

    private final String reviewChannel;

    /** A reader that takes the review for this channel as the one that counts. */
    ProductReader(String reviewChannel) {
        this.reviewChannel = reviewChannel;
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("name", "title");
        columns.put("url", "link");
        columns.put("image_url", "image_link");
        columns.put("retailer_product_group_id", "item_group_id");
        List.of(
                        "price",
                        "sale_price",
                        "currency",
                        "availability",
                        "condition",
                        "brand",
                        "gtin",
                        "color",
                        "size",
                        "material",
                        "pattern",
                        "gender",
                        "age_group",
                        "inventory",
                        "visibility",
                        "image_fetch_status")
                .forEach(same -> columns.put(same, same));
        return columns;
    }

    /** What a product is asked for. */
    static String fields(boolean descriptions) {
        Stream<String> named = Stream.concat(Stream.of("id", "retailer_id"), COLUMNS.keySet().stream());
        Stream<String> described = descriptions ? Stream.concat(named, Stream.of("description")) : named;
        return String.join(",", Stream.concat(described, REVIEW.stream()).toList());
    }

    /** The product; empty if it has no id or no retailer id, by which nobody could speak of it. */
    Optional<RemoteProduct> read(JsonNode node) {
        Optional<String> retailerId = Json.text(node, "retailer_id");
        return Json.text(node, "id").flatMap(id -> retailerId.map(own -> product(id, own, node)));
    }

    private RemoteProduct product(String id, String retailerId, JsonNode node) {
        var fields = new HashMap<String, String>();
        COLUMNS.forEach((field, column) -> Json.text(node, field).ifPresent(text -> fields.put(column, text)));
        Json.text(node, "description").ifPresent(text -> fields.put("description", text));
        return new RemoteProduct(
                id, retailerId, fields, Availability.from(fields.getOrDefault("availability", "")), review(node));
    }

    private ProductReview review(JsonNode node) {
        Map<String, ReviewStatus> channels = channels(node.path(CHANNELS));
        ReviewStatus overall =
                ReviewStatus.from(Json.text(node, "review_status").orElse(""));
        // Where Meta names channels, its overall word is about advertising and must not stand for WhatsApp.
        ReviewStatus status = channels.isEmpty() ? overall : channels.getOrDefault(reviewChannel, ReviewStatus.UNKNOWN);
        return new ProductReview(
                status,
                channels,
                texts(node.path("review_rejection_reasons")),
                texts(node.path("invalidation_errors")));
    }

    /** A list of pairs, or an object. */
    private static Map<String, ReviewStatus> channels(JsonNode node) {
        var channels = new HashMap<String, ReviewStatus>();
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            pair -> put(channels, pair.getKey(), pair.getValue().asText("")));
        } else {
            node.forEach(pair -> put(
                    channels, pair.path("key").asText(""), pair.path("value").asText("")));
        }
        return channels;
    }

    private static void put(Map<String, ReviewStatus> channels, String channel, String word) {
        if (!channel.isBlank()) {
            channels.put(channel.toUpperCase(Locale.ROOT), ReviewStatus.from(word));
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        for (JsonNode element : list) {
            if (element.isTextual()) {
                texts.add(element.asText());
            } else {
                Stream.of("message", "description", "title", "error_type")
                        .flatMap(name -> Json.text(element, name).stream())
                        .findFirst()
                        .ifPresent(texts::add);
            }
        }
        return texts;
    }
}
