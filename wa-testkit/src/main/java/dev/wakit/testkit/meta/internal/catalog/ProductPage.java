package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.simulator.internal.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One page of the products of a catalog, in the words that Meta has for reading. */
final class ProductPage {

    private static final int USUAL_LIMIT = 25;
    private static final int LARGEST_LIMIT = 3000;

    /** Fields by column, where the two differ. */
    private static final Map<String, String> FIELDS = Map.of(
            "title", "name",
            "link", "url",
            "image_link", "image_url",
            "item_group_id", "retailer_product_group_id",
            "quantity_to_sell_on_facebook", "inventory");

    private ProductPage() {}

    /** The page that the parameters ask for. */
    static ObjectNode of(List<Item> items, Map<String, String> query, String address) {
        Set<String> wanted = wanted(query.getOrDefault("filter", ""));
        long after = position(query.getOrDefault("after", ""));
        List<Item> rest = items.stream()
                .filter(item -> item.number() > after)
                .filter(item -> wanted.isEmpty() || wanted.contains(item.retailerId()))
                .toList();
        List<Item> shown = rest.subList(0, Math.min(rest.size(), limit(query)));
        Set<String> fields = new HashSet<>(
                List.of(query.getOrDefault("fields", "retailer_id,name").split(",")));
        fields.add("id");
        ObjectNode page = Json.object();
        ArrayNode data = page.putArray("data");
        shown.forEach(item -> data.add(json(item).retain(fields)));
        if (!shown.isEmpty()) {
            ObjectNode paging = page.putObject("paging");
            String last = cursor(shown.get(shown.size() - 1).number());
            paging.putObject("cursors")
                    .put("before", cursor(shown.get(0).number()))
                    .put("after", last);
            if (shown.size() < rest.size()) {
                paging.put("next", address + "?after=" + last);
            }
        }
        return page;
    }

    private static ObjectNode json(Item item) {
        ObjectNode node = Json.object();
        item.fields().forEach((column, text) -> node.put(FIELDS.getOrDefault(column, column), text));
        node.put("id", item.id()).put("retailer_id", item.retailerId());
        price(node, "price");
        price(node, "sale_price");
        node.put(
                "visibility",
                item.magicItem() == MagicItem.HIDDEN
                        ? "staging"
                        : item.fields().getOrDefault("visibility", "published"));
        node.put("image_fetch_status", "FETCHED");
        if (!item.review().equals("NO_REVIEW")) {
            node.put("review_status", item.review().toLowerCase(Locale.ROOT));
        }
        node.putArray("capability_to_review_status")
                .addObject()
                .put("key", "WHATSAPP")
                .put("value", item.review());
        ArrayNode reasons = node.putArray("review_rejection_reasons");
        item.reasons().forEach(reasons::add);
        node.putArray("invalidation_errors");
        return node;
    }

    /** Meta shows prices for people: "10.00 USD" becomes "$10.00". */
    private static void price(ObjectNode node, String name) {
        String[] parts = node.path(name).asText("").split(" ");
        if (parts.length == 2) {
            Currency currency = Currency.getInstance(parts[1]);
            int digits = Math.max(0, currency.getDefaultFractionDigits());
            node.put(
                    name,
                    currency.getSymbol(Locale.US)
                            + String.format(Locale.US, "%,." + digits + "f", new BigDecimal(parts[0])));
            node.put("currency", parts[1]);
        }
    }

    private static Set<String> wanted(String filter) {
        if (filter.isEmpty()) {
            return Set.of();
        }
        JsonNode ids = Json.parse(filter.getBytes(StandardCharsets.UTF_8))
                .path("retailer_id")
                .path("is_any");
        if (!ids.isArray()) {
            throw CatalogErrors.invalid("Param filter must be a rule about retailer_id, for this simulator");
        }
        Set<String> wanted = new HashSet<>();
        ids.forEach(id -> wanted.add(id.asText()));
        return wanted;
    }

    private static int limit(Map<String, String> query) {
        try {
            int limit = Integer.parseInt(query.getOrDefault("limit", "" + USUAL_LIMIT));
            return Math.max(1, Math.min(limit, LARGEST_LIMIT));
        } catch (NumberFormatException e) {
            throw CatalogErrors.invalid("Param limit must be an integer");
        }
    }

    private static String cursor(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p:" + number).getBytes(StandardCharsets.US_ASCII));
    }

    private static long position(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        return Optional.of(cursor)
                .flatMap(ProductPage::decoded)
                .orElseThrow(() -> CatalogErrors.invalid("Invalid cursors values: after"));
    }

    private static Optional<Long> decoded(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.startsWith("p:") ? Optional.of(Long.parseLong(text.substring(2))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
