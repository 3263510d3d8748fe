package dev.wakit.campaign;

import java.util.Set;

/**
 * Which campaigns to list, newest first.
 *
 * @param statuses only these; all when empty
 * @param before only campaigns older than this one; {@link #FIRST_PAGE} to begin
 * @param limit at most so many, 1 to 500
 * @since 0.1
 */
public record CampaignQuery(Set<CampaignStatus> statuses, CampaignId before, int limit) {

    /** Before which no campaign comes. */
    public static final CampaignId FIRST_PAGE = new CampaignId(Long.MAX_VALUE);

    /** Checks the limit. */
    public CampaignQuery {
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("A page of " + limit + " campaigns is not possible. Use 1 to 500.");
        }
    }

    /** The newest campaigns. */
    public static CampaignQuery newest(int limit) {
        return new CampaignQuery(Set.of(), FIRST_PAGE, limit);
    }
}
