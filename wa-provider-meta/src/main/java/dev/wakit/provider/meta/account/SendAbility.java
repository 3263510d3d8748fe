package dev.wakit.provider.meta.account;

/**
 * Whether something stands in the way of sending.
 *
 * @since 0.1
 */
public enum SendAbility {
    /** Nothing does. */
    AVAILABLE,
    /** Something lowers limits or features. */
    LIMITED,
    /** Nothing can be sent. */
    BLOCKED
}
