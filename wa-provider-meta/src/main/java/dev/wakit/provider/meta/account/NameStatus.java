package dev.wakit.provider.meta.account;

/**
 * Where the display name of a number stands in review.
 *
 * @since 0.1
 */
public enum NameStatus {
    /** Approved. */
    APPROVED,
    /** Usable, and not reviewed. */
    AVAILABLE_WITHOUT_REVIEW,
    /** Refused; choose another. */
    DECLINED,
    /** The approval was not used in time. */
    EXPIRED,
    /** In review. */
    PENDING_REVIEW,
    /** There is none. */
    NONE
}
