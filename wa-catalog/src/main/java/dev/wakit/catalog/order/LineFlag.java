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
    /** The product is not for sale, or not any more. */
    NOT_FOR_SALE,
    /** The price that was sent is none, is in another currency, or has more decimals than its currency. */
    UNCLEAR_PRICE,
    /** Its quantity is not possible. */
    UNCLEAR_QUANTITY
}
