package dev.wakit.catalog.order;

/**
 * Where an order came from.
 *
 * @since 0.1
 */
public enum OrderSource {
    /** A cart that a customer sent in WhatsApp. */
    WHATSAPP_CART,
    /** A cart that was filled for the customer here. */
    ASSISTED,
    /** The host application. */
    API,
    /** A person of the business. */
    MANUAL
}
