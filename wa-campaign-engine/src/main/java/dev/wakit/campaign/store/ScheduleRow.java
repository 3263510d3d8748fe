package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.schedule.Overlap;
import dev.wakit.campaign.schedule.ScheduleId;
import java.time.Duration;
import java.time.Instant;

/**
 * A schedule as stored.
 *
 * <p>Immutable. A time that is not set is {@link Instant#EPOCH}; a text that is not set is empty; no campaign is 0.
 *
 * @param tenant the owner
 * @param id the id
 * @param name the name of its campaigns
 * @param lane the lane that sends them
 * @param content the engine's own text form of the content
 * @param settings the engine's own text form of the settings
 * @param cron the cron expression
 * @param zone the zone's name
 * @param audienceSource the name of the audience source
 * @param overlap the overlap rule
 * @param misfireWithin how late a run may be
 * @param isPaused whether it rests
 * @param nextAt when it is due next
 * @param lastAt when its last run was due
 * @param lastCampaign the id of the last campaign it made
 * @param lastNote why the last run made none
 * @param createdAt when it was made
 * @since 0.1
 */
public record ScheduleRow(
        TenantId tenant,
        ScheduleId id,
        String name,
        LaneKey lane,
        String content,
        String settings,
        String cron,
        String zone,
        String audienceSource,
        Overlap overlap,
        Duration misfireWithin,
        boolean isPaused,
        Instant nextAt,
        Instant lastAt,
        long lastCampaign,
        String lastNote,
        Instant createdAt) {}
