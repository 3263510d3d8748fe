package dev.wakit.campaign.schedule;

import dev.wakit.campaign.CampaignId;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as it stands.
 *
 * <p>Immutable.
 *
 * @param id its id
 * @param name the name of its campaigns
 * @param recurrence when it runs
 * @param audienceSource the name of its source
 * @param overlap what happens while the previous run's campaign is not finished
 * @param misfire what happens with a missed run
 * @param isPaused whether it rests
 * @param nextAt when it runs next, if it does not rest
 * @param lastAt when its last run was due
 * @param lastCampaign the campaign of its last run that made one
 * @param lastNote why the last run made no campaign; empty if it did
 * @param createdAt when it was made
 * @since 0.1
 */
public record Schedule(
        ScheduleId id,
        String name,
        Recurrence recurrence,
        String audienceSource,
        Overlap overlap,
        Misfire misfire,
        boolean isPaused,
        Optional<Instant> nextAt,
        Optional<Instant> lastAt,
        Optional<CampaignId> lastCampaign,
        String lastNote,
        Instant createdAt) {}
