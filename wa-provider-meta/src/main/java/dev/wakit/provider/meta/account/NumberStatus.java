package dev.wakit.provider.meta.account;

/**
 * Whether a number can send. Treat a word that is unknown as one that cannot.
 *
 * @since 0.1
 */
public enum NumberStatus {
    /** Can send. */
    CONNECTED,
    /** Waits for its verification or its name. */
    PENDING,
    /** Was removed. */
    DELETED,
    /** Was moved to another account. */
    MIGRATED,
    /** Was banned for breaking a policy. */
    BANNED,
    /** May not begin conversations for a while. */
    RESTRICTED,
    /** Has reached its limit of today. */
    RATE_LIMITED,
    /** Was about to be restricted; no longer used by Meta. */
    FLAGGED,
    /** Is linked to no account. */
    UNLINKED,
    /** Is not registered; register it. */
    DISCONNECTED,
    /** Is not verified; request a code. */
    UNVERIFIED
}
