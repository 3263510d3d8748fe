package dev.wakit.catalog.product;

/**
 * What Meta's review of a variant for WhatsApp has found.
 *
 * @since 0.1
 */
public enum ReviewStatus {
    /** Never sent to Meta. */
    NOT_SUBMITTED,
    /** Sent, not reviewed yet. */
    PENDING,
    /** May be shown to customers. */
    APPROVED,
    /** May not be shown; the reasons say why. */
    REJECTED,
    /** Changed since it was reviewed. */
    OUTDATED,
    /** Meta does not review it. */
    NO_REVIEW;

    /** Whether customers may see it. */
    public boolean isShown() {
        return this == APPROVED || this == NO_REVIEW;
    }
}
