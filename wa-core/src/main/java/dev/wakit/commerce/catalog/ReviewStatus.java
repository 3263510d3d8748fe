package dev.wakit.commerce.catalog;

import java.util.Locale;

/**
 * How a product stands with the BSP's review.
 *
 * @since 0.1
 */
public enum ReviewStatus {
    /** It may be shown. */
    APPROVED,
    /** It waits for the review. */
    PENDING,
    /** It may not be shown. */
    REJECTED,
    /** It changed after the last review, and waits for another one. */
    OUTDATED,
    /** It was not reviewed. */
    NO_REVIEW,
    /** The BSP did not say, or wrote a word that this version does not know. */
    UNKNOWN;

    /** The constant that a BSP means, in any case; {@link #UNKNOWN} when there is none. */
    public static ReviewStatus from(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        for (ReviewStatus status : values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
