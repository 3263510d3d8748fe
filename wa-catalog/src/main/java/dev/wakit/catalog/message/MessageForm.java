package dev.wakit.catalog.message;

/**
 * In which form a message was handed over.
 *
 * @since 0.1
 */
public enum MessageForm {
    /** Not yet, or not at all. */
    NONE,
    /** As the host wrote it, within 24 hours of what the customer wrote. */
    REPLY,
    /** As a template. */
    TEMPLATE,
    /** As an order to review and pay. */
    ORDER_DETAILS,
    /** As news about an order that the customer was asked to pay. */
    ORDER_STATUS
}
