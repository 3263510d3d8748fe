package dev.wakit.commerce.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the BSP's review says about a product. Immutable.
 *
 * @param status whether WhatsApp may show it
 * @param byChannel the status by the BSP's own word for where a product is shown, such as {@code WHATSAPP}
 * @param reasons why it was rejected, in the BSP's words
 * @param problems what else is wrong with it, in the BSP's words
 * @since 0.1
 */
public record ProductReview(
        ReviewStatus status, Map<String, ReviewStatus> byChannel, List<String> reasons, List<String> problems) {

    /** Copies map and lists. */
    public ProductReview {
        Objects.requireNonNull(status, "status");
        byChannel = Map.copyOf(byChannel);
        reasons = List.copyOf(reasons);
        problems = List.copyOf(problems);
    }
}
