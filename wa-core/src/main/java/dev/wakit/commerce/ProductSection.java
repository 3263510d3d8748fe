package dev.wakit.commerce;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * A titled group of products in a multi-product message or template button. Immutable.
 *
 * @param title the heading, at most 24 characters
 * @param productRetailerIds 1 to 30 product ids of one catalog
 * @since 0.1
 */
public record ProductSection(String title, List<String> productRetailerIds) {
    /** The most characters of a title: {@value}. */
    public static final int MAX_TITLE = 24;

    /** The most sections in one message: {@value}. */
    public static final int MAX_SECTIONS = 10;

    /** The most products in one message, over all sections: {@value}. */
    public static final int MAX_PRODUCTS = 30;

    public ProductSection {
        Check.text("section.title", title, MAX_TITLE);
        productRetailerIds = Check.size("section.product_items", productRetailerIds, 1, MAX_PRODUCTS);
        productRetailerIds.forEach(id -> Check.present("section.product_retailer_id", id));
    }

    /** Returns a section of the products given. */
    public static ProductSection of(String title, String... productRetailerIds) {
        return new ProductSection(title, List.of(productRetailerIds));
    }

    /**
     * Returns a copy of the sections of one message, after checking their number and the number of products together.
     *
     * @throws dev.wakit.InvalidMessageException if there are more than 10 sections or 30 products, or none
     */
    public static List<ProductSection> checkAll(List<ProductSection> sections) {
        List<ProductSection> copy = Check.size("sections", sections, 1, MAX_SECTIONS);
        long products = copy.stream()
                .mapToLong(section -> section.productRetailerIds().size())
                .sum();
        Check.range("product items of all sections", products, 1, MAX_PRODUCTS);
        return copy;
    }
}
