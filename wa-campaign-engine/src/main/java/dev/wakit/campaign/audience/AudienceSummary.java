package dev.wakit.campaign.audience;

import java.util.List;

/**
 * What was captured when a campaign was created.
 *
 * <p>Immutable.
 *
 * @param rows all rows, unreadable ones included
 * @param unreadable rows that could not be read
 * @param errors the first 100 of them
 * @since 0.1
 */
public record AudienceSummary(long rows, long unreadable, List<RowError> errors) {

    /** Copies the list. */
    public AudienceSummary {
        errors = List.copyOf(errors);
    }
}
