package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;

/**
 * A campaign as stored.
 *
 * <p>Immutable. A time that is not set is {@link Instant#EPOCH}; a text that is not set is empty.
 *
 * @param tenant the owner
 * @param id the id
 * @param name what people call it
 * @param status where it stands
 * @param reason why it stands there, in words
 * @param lane the lane that sends it
 * @param content the engine's own text form of the content
 * @param settings the engine's own text form of the settings
 * @param createdAt when it was created
 * @param startAt when it is due, if scheduled
 * @param startedAt when its planning began
 * @param finishedAt when it reached a finished status
 * @param mailbox the name within its lane of a hidden campaign that holds single sends; empty for an ordinary campaign
 * @since 0.1
 */
public record CampaignRow(
        TenantId tenant,
        CampaignId id,
        String name,
        CampaignStatus status,
        String reason,
        LaneKey lane,
        String content,
        String settings,
        Instant createdAt,
        Instant startAt,
        Instant startedAt,
        Instant finishedAt,
        String mailbox) {

    /** An ordinary campaign, which is no mailbox. */
    public CampaignRow(
            TenantId tenant,
            CampaignId id,
            String name,
            CampaignStatus status,
            String reason,
            LaneKey lane,
            String content,
            String settings,
            Instant createdAt,
            Instant startAt,
            Instant startedAt,
            Instant finishedAt) {
        this(tenant, id, name, status, reason, lane, content, settings, createdAt, startAt, startedAt, finishedAt, "");
    }

    /** Whether it is the hidden campaign of single sends. */
    public boolean isMailbox() {
        return !mailbox.isEmpty();
    }
}
