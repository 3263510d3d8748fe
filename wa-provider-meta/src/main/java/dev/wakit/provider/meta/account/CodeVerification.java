package dev.wakit.provider.meta.account;

/**
 * Whether the business proved that it owns a number.
 *
 * @since 0.1
 */
public enum CodeVerification {
    /** Proved. */
    VERIFIED,
    /** Not proved yet, in the older word. */
    NOT_VERIFIED,
    /** Not proved yet. */
    UNVERIFIED,
    /** Proved too long ago; request a code again. */
    EXPIRED
}
