package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * Two to ten products of one catalog that the person swipes through. Immutable.
 *
 * @param catalogId the catalog
 * @param productRetailerIds 2 to 10 product ids
 * @since 0.1
 */
public record ProductCarousel(String catalogId, List<String> productRetailerIds) implements InteractiveAction {
    public ProductCarousel {
        Check.present("carousel.catalog_id", catalogId);
        productRetailerIds =
                Check.size("carousel.cards", productRetailerIds, MediaCarousel.MIN_CARDS, MediaCarousel.MAX_CARDS);
        productRetailerIds.forEach(id -> Check.present("carousel.product_retailer_id", id));
    }

    /** Returns the products given, 2 to 10. */
    public static ProductCarousel of(String catalogId, String... productRetailerIds) {
        return new ProductCarousel(catalogId, List.of(productRetailerIds));
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.PRODUCT_CAROUSEL;
    }
}
