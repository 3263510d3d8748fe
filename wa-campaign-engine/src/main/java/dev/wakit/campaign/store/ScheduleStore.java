package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.schedule.ScheduleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Schedules of campaigns that come back.
 *
 * @since 0.1
 */
public interface ScheduleStore {

    /** Adds a schedule. */
    void insert(ScheduleRow schedule);

    /** The schedule of this tenant with this id. */
    Optional<ScheduleRow> find(TenantId tenant, ScheduleId id);

    /** All schedules of a tenant, by id. */
    List<ScheduleRow> list(TenantId tenant);

    /** Schedules of all tenants that do not rest and are due, the longest due first. */
    List<ScheduleRow> due(Instant now, int limit);

    /** When the first schedule of any tenant that does not rest is due. */
    Optional<Instant> nextDue();

    /**
     * Ends a run that made no campaign: notes why, and when it is due next.
     *
     * @return false if the schedule is not as it was read: another worker ran it, or it was changed; then nothing was written
     */
    boolean skip(ScheduleRow read, Instant nextAt, String note);

    /**
     * Ends a run with its campaign: adds the campaign and notes when the schedule is due next, in one transaction.
     *
     * @param members as for {@link CampaignStore#insert(CampaignRow, List)}
     * @return false if the schedule is not as it was read; then nothing was written
     */
    boolean run(ScheduleRow read, Instant nextAt, CampaignRow campaign, List<PoolMember> members);

    /** Ends a run with a campaign of one sender. */
    default boolean run(ScheduleRow read, Instant nextAt, CampaignRow campaign) {
        return run(read, nextAt, campaign, List.of());
    }

    /**
     * Lets a schedule rest, or run again from a time on.
     *
     * @return false if it is not there, or was so already
     */
    boolean pause(TenantId tenant, ScheduleId id, boolean paused, Instant nextAt);

    /**
     * Changes the settings text of a schedule if it still is what was read: compare and set. A run that read the old text makes no
     * campaign any more.
     *
     * @param read the schedule as it was read; its settings are compared character by character
     * @return false if somebody else changed them meanwhile, or the schedule is not there
     */
    boolean updateSettings(ScheduleRow read, String settings);

    /** Deletes a schedule. Returns whether it was there. */
    boolean delete(TenantId tenant, ScheduleId id);
}
