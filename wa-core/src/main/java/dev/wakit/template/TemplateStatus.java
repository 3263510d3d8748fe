package dev.wakit.template;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a template stands in review. Only {@link #APPROVED} ones can be sent.
 *
 * @since 0.1
 */
public enum TemplateStatus {
    /** Written, and not handed in for review yet; only with BSPs where that is a step of its own. */
    UNSUBMITTED,
    /** Can be sent. */
    APPROVED,
    /** In review, up to 24 hours. */
    PENDING,
    /** Refused in review. */
    REJECTED,
    /** Stopped for low quality, or by pacing. */
    PAUSED,
    /** Stopped for good after repeated pauses. */
    DISABLED,
    /** A refusal is being reviewed again. */
    IN_APPEAL,
    /** Deleted, with messages still under way. */
    PENDING_DELETION,
    /** Deleted; the name is blocked for 30 days. */
    DELETED,
    /** The account has too many templates. */
    LIMIT_EXCEEDED,
    /** About to be paused. */
    FLAGGED,
    /** No longer flagged or disabled; usable again. */
    REINSTATED,
    /** Cannot be edited or sent. */
    LOCKED,
    /** Not used for a year; deleted after 28 days. */
    ARCHIVED,
    /** Taken back from the archive. */
    UNARCHIVED,
    /** A status that this version does not know. */
    UNKNOWN;

    /** Tells whether a message with such a template would be accepted. */
    public boolean isSendable() {
        return this == APPROVED;
    }

    /** Returns the constant that a provider means, in any case; {@link #UNKNOWN} when there is none. */
    public static TemplateStatus from(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
