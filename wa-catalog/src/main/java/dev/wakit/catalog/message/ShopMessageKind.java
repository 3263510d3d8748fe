package dev.wakit.catalog.message;

/**
 * What a message tells a customer.
 *
 * @since 0.1
 */
public enum ShopMessageKind {
    /** The order was placed. */
    RECEIVED,
    /** The order was accepted. */
    CONFIRMED,
    /** The order is being packed. */
    PROCESSING,
    /** Pieces were handed over; one message for each shipment. */
    SHIPPED,
    /** A shipment arrived; one message for each. */
    DELIVERED,
    /** Pieces were called off; one message each time. */
    PIECES_CANCELLED,
    /** Pieces came back; one message each time. */
    RETURNED,
    /** The order is completed. */
    COMPLETED,
    /** The order was called off, or nobody confirmed it in time. */
    CANCELLED,
    /** All that was paid was given back. */
    REFUNDED,
    /** The customer is asked to pay, inside WhatsApp. */
    PAYMENT_REQUEST,
    /** The customer is reminded of a cart, an unpaid order or a question. */
    REMINDER
}
