package dev.wakit.catalog.intake;

/**
 * What counts when the price in a customer's cart is not the price here.
 *
 * @since 0.1
 */
public enum PricePolicy {
    /** What the customer was shown. */
    ACCEPT_QUOTED,
    /** The lower one. */
    ACCEPT_LOWER,
    /** What the customer was shown if it is close enough; otherwise the line waits for a person. */
    REQUIRE_CONFIRM
}
