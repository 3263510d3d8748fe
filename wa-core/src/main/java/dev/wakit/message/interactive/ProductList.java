package dev.wakit.message.interactive;

import dev.wakit.commerce.ProductSection;
import dev.wakit.internal.Check;
import java.util.List;

/**
 * Up to thirty products of a catalog, in sections. Immutable.
 *
 * @param catalogId the catalog
 * @param sections 1 to 10 sections with together at most 30 products
 * @since 0.1
 */
public record ProductList(String catalogId, List<ProductSection> sections) implements InteractiveAction {
    public ProductList {
        Check.present("product_list.catalog_id", catalogId);
        sections = ProductSection.checkAll(sections);
    }

    /** Returns the sections given. */
    public static ProductList of(String catalogId, ProductSection... sections) {
        return new ProductList(catalogId, List.of(sections));
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.PRODUCT_LIST;
    }
}
