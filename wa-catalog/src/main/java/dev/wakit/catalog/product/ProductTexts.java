package dev.wakit.catalog.product;

/**
 * What all variants of a product share. Immutable.
 *
 * @param title 1 to 200 characters
 * @param description 1 to 9,999 characters of plain text
 * @param link the page of the product, http or https
 * @param brand at most 100 characters; empty only if every variant has a {@code gtin} or {@code mpn}
 * @param groupId the {@code item_group_id}, at most 100 characters; empty only for a product of one variant
 * @param googleCategory the {@code google_product_category}; empty if none
 * @param fbCategory the {@code fb_product_category}; empty if none
 * @since 0.1
 */
public record ProductTexts(
        String title,
        String description,
        String link,
        String brand,
        String groupId,
        String googleCategory,
        String fbCategory) {}
