package dev.wakit.catalog.product;

import java.util.List;

/**
 * The review of one variant at Meta. Immutable.
 *
 * @param status what it found
 * @param reasons Meta's reasons of a rejection
 * @param itemId the number of the item at Meta; empty when it has none
 * @since 0.1
 */
public record Review(ReviewStatus status, List<String> reasons, String itemId) {

    /** Never sent to Meta. */
    public static final Review NONE = new Review(ReviewStatus.NOT_SUBMITTED, List.of(), "");

    /** Copies the reasons. */
    public Review {
        reasons = List.copyOf(reasons);
    }
}
