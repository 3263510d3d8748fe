package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import java.util.List;

/**
 * Captured audiences, from the creation of a campaign until its planning is over.
 *
 * <p>Rows may be written before their campaign is inserted: the campaign's row is what makes them count.
 *
 * @since 0.1
 */
public interface AudienceStore {

    /** Adds rows; lines are unique within a campaign. */
    void append(TenantId tenant, CampaignId campaign, List<AudienceRow> rows);

    /** The rows after a line, in the order of lines. */
    List<AudienceRow> read(TenantId tenant, CampaignId campaign, long afterLine, int limit);

    /** How many rows a campaign has. */
    long count(TenantId tenant, CampaignId campaign);

    /** Deletes the rows of a campaign. */
    void delete(TenantId tenant, CampaignId campaign);

    /**
     * Deletes rows whose campaign was never inserted, left by a process that died while it captured an audience.
     *
     * @param olderThan only rows of campaign ids below this one
     * @return how many rows
     */
    int deleteOrphans(CampaignId olderThan);
}
