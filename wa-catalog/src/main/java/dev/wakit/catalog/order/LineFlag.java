package dev.wakit.catalog.order;

/**
 * Why a line waits for a person.
 *
 * @since 0.1
 */
public enum LineFlag {
    /** It does not wait. */
    CLEAR,
    /** The customer was shown another price. */
    PRICE_DIFFERS,
    /** No variant has its retailer id. */
    UNKNOWN_ITEM,
    /** Its quantity is not possible. */
    UNCLEAR_QUANTITY
}
