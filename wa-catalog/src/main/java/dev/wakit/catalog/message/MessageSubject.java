package dev.wakit.catalog.message;

/**
 * What a message is about.
 *
 * @since 0.1
 */
public enum MessageSubject {
    /** An order. */
    ORDER,
    /** A cart that is filled here. */
    CART,
    /** A question about a product. */
    ENQUIRY
}
