package dev.wakit.catalog.order;

/**
 * Whether an order can be completed before it is paid.
 *
 * @since 0.1
 */
public enum PaymentPolicy {
    /** Everything must have been paid. */
    PAID_BEFORE_COMPLETE,
    /** It can, such as with an invoice. */
    ANY
}
