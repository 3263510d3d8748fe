package dev.wakit.catalog;

/**
 * Where a catalog stands.
 *
 * @since 0.1
 */
public enum CatalogStatus {
    /** Kept here only. */
    DRAFT,
    /** Mirrored to a catalog of Meta. */
    CONNECTED,
    /** Was mirrored once, and is not any more. */
    DISCONNECTED,
    /** Out of use; kept for the orders that name it. */
    ARCHIVED
}
