package dev.wakit.catalog.order;

/**
 * Whether a payment happened.
 *
 * @since 0.1
 */
public enum PaymentState {
    /** Nobody knows yet. */
    PENDING,
    /** It did. */
    SUCCEEDED,
    /** It did not, and will not. */
    FAILED
}
