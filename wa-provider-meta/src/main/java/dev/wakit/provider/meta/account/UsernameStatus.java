package dev.wakit.provider.meta.account;

/**
 * Where a username stands.
 *
 * @since 0.1
 */
public enum UsernameStatus {
    /** People see it. */
    APPROVED,
    /** Kept for the business, not yet shown. */
    RESERVED,
    /** Given up. */
    DELETED
}
