package dev.wakit.commerce.catalog;

import dev.wakit.internal.Check;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A product, or a variant of one, as the BSP has it now. Immutable.
 *
 * @param id the BSP's id of it
 * @param retailerId the id that the business gave it, unique in the catalog; what messages and orders name
 * @param fields its texts, by the names that {@link ItemData} has for them, such as {@code title} or {@code price}; those that the
 *     BSP left out are missing. The BSP may write them in its own form, prices for instance with a sign: {@code $10.00}
 * @param availability whether it can be ordered
 * @param review whether it may be shown
 * @since 0.1
 */
public record RemoteProduct(
        String id, String retailerId, Map<String, String> fields, Availability availability, ProductReview review) {

    /** Copies the fields. */
    public RemoteProduct {
        Check.present("product.id", id);
        Check.present("product.retailer_id", retailerId);
        fields = Map.copyOf(fields);
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(review, "review");
    }

    /** One of its texts; empty if the BSP left it out. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Whether the BSP hides it from everybody ({@code visibility} other than {@code published}). */
    public boolean isHidden() {
        return field("visibility")
                .filter(word -> !word.equalsIgnoreCase("published"))
                .isPresent();
    }

    @Override
    public String toString() {
        return "RemoteProduct[" + retailerId + ", " + availability + ", " + review.status() + "]";
    }
}
