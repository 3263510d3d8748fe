package dev.wakit.catalog.product;

/**
 * Whether customers may see a product.
 *
 * @since 0.1
 */
public enum ProductStatus {
    /** Being prepared. */
    DRAFT,
    /** For sale. */
    ACTIVE,
    /** Out of sale; kept for the orders that name it. */
    ARCHIVED
}
