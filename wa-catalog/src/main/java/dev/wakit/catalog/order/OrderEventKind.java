package dev.wakit.catalog.order;

/**
 * What happened to an order.
 *
 * @since 0.1
 */
public enum OrderEventKind {
    /** It was placed. */
    PLACED,
    /** A person settled a line that waited. */
    LINE_RESOLVED,
    /** It was accepted. */
    CONFIRMED,
    /** Work on it began. */
    STARTED,
    /** Pieces were handed over. */
    SHIPPED,
    /** A shipment got another tracking number. */
    TRACKED,
    /** A shipment arrived. */
    DELIVERED,
    /** Pieces were called off. */
    QUANTITY_CANCELLED,
    /** Pieces came back. */
    RETURNED,
    /** Discount, shipping, fees, tax or rounding were set. */
    ADJUSTED,
    /** A payment was recorded. */
    PAYMENT,
    /** Fields of the business were set. */
    FIELDS_SET,
    /** It was completed. */
    COMPLETED,
    /** It was called off. */
    CANCELLED,
    /** It was called off because nobody confirmed it in time. */
    EXPIRED,
    /** All that was paid for it was given back. */
    REFUNDED
}
