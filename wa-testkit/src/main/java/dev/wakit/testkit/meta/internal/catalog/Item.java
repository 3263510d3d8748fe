package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.meta.SimulatedProduct;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A product of a catalog. Immutable.
 *
 * @param number its place among all products, which never changes
 * @param fields what was set, by column
 * @param review the review for WhatsApp, before the time of the next decision
 * @param decided when the review is over; {@link Instant#MAX} if it never is, or is over
 */
record Item(
        long number,
        String id,
        String retailerId,
        Map<String, String> fields,
        String review,
        List<String> reasons,
        Instant decided,
        long changes,
        boolean magic) {

    /** Columns whose change asks for another review. */
    private static final Set<String> REVIEWED = Set.of("title", "description", "image_link", "brand", "link");

    Item {
        fields = Map.copyOf(fields);
        reasons = List.copyOf(reasons);
    }

    static Item created(long number, String id, String retailerId, JsonNode data, Instant decided, boolean magic) {
        return new Item(number, id, retailerId, merged(Map.of(), data), "PENDING", List.of(), decided, 1, magic);
    }

    /** The same product with other fields, which is reviewed again if people see them. */
    Item changed(JsonNode data, Instant decidedAgain) {
        Map<String, String> after = merged(fields, data);
        boolean again =
                REVIEWED.stream().anyMatch(name -> !after.getOrDefault(name, "").equals(fields.getOrDefault(name, "")));
        boolean first = review.equals("PENDING");
        return new Item(
                number,
                id,
                retailerId,
                after,
                !again || first ? review : "OUTDATED",
                again ? List.of() : reasons,
                again ? decidedAgain : decided,
                changes + 1,
                magic);
    }

    private static Map<String, String> merged(Map<String, String> before, JsonNode data) {
        var merged = new LinkedHashMap<>(before);
        data.properties().forEach(field -> {
            String text = text(field.getValue());
            if (text.isEmpty() || field.getKey().equals("id")) {
                merged.remove(field.getKey());
            } else {
                merged.put(field.getKey(), text);
            }
        });
        return merged;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    Item reviewed(String status, List<String> why) {
        return new Item(number, id, retailerId, fields, status, why, Instant.MAX, changes, magic);
    }

    /** The same product after the review, if that is over. */
    Item at(Instant now) {
        if (now.isBefore(decided)) {
            return this;
        }
        return switch (magicItem()) {
            case REJECTED -> reviewed("REJECTED", List.of("It breaks the commerce policy."));
            case IN_REVIEW -> reviewed("PENDING", List.of());
            case OUTDATED -> reviewed("OUTDATED", List.of());
            default -> reviewed("APPROVED", List.of());
        };
    }

    MagicItem magicItem() {
        return magic ? MagicItem.of(retailerId) : MagicItem.ORDINARY;
    }

    SimulatedProduct product() {
        return new SimulatedProduct(id, retailerId, fields, review, reasons, changes);
    }
}
