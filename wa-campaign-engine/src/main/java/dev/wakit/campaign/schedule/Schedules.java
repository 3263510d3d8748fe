package dev.wakit.campaign.schedule;

import java.util.List;
import java.util.Optional;

/**
 * The schedules of one tenant. Thread-safe.
 *
 * <p>A started engine runs them: in a cluster exactly one campaign is made for each due time, within seconds of it. The campaign
 * starts at once and carries on by itself; deleting a schedule leaves the campaigns that it made.
 *
 * @since 0.1
 */
public interface Schedules {

    /**
     * Makes a schedule. Its first run is the first time after now.
     *
     * @throws dev.wakit.campaign.InvalidCampaignException if the campaign cannot be as asked
     * @throws IllegalArgumentException if the campaign has a start or an end of its own, or the engine has no such audience source
     */
    Schedule create(ScheduleSpec spec);

    /** The schedule with this id. */
    Optional<Schedule> find(ScheduleId id);

    /** All schedules, oldest first. */
    List<Schedule> list();

    /** Lets it rest. Returns whether it ran before. */
    boolean pause(ScheduleId id);

    /** Lets it run again, from the first time after now on. Returns whether it rested. */
    boolean resume(ScheduleId id);

    /** Deletes it. Returns whether it was there. */
    boolean delete(ScheduleId id);
}
