package dev.wakit.testkit.meta;

import java.util.List;
import java.util.Map;

/**
 * A product as the simulator has it. Immutable.
 *
 * @param id Meta's id of it
 * @param retailerId the id that the business gave it
 * @param fields what was set, by column; lists are joined by commas
 * @param review the review for WhatsApp: {@code PENDING}, {@code APPROVED}, {@code REJECTED}, {@code OUTDATED} or {@code NO_REVIEW}
 * @param reasons why it was rejected
 * @param changes how many changes were made to it, the first one among them
 */
public record SimulatedProduct(
        String id, String retailerId, Map<String, String> fields, String review, List<String> reasons, long changes) {

    /** Copies map and list. */
    public SimulatedProduct {
        fields = Map.copyOf(fields);
        reasons = List.copyOf(reasons);
    }
}
