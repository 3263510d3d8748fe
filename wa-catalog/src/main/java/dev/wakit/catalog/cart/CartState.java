package dev.wakit.catalog.cart;

/**
 * What became of a cart that was sent.
 *
 * @since 0.1
 */
public enum CartState {
    /** It is kept, and its order is not placed yet. */
    SUBMITTED,
    /** Its order was placed. */
    CONVERTED,
    /** No order can be made of it; the reason says why. It is kept for a person to look at. */
    REJECTED,
    /** Its order was called off because the customer sent another cart. */
    SUPERSEDED
}
