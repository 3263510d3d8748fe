package dev.wakit.campaign.pacing;

import java.time.Instant;
import java.util.List;

/**
 * How what is left of a campaign is expected to go out, if nothing else uses the same limits. Immutable.
 *
 * @param messages how many are left
 * @param days how many go in each of the next periods of 24 hours, from now; at most 366 of them
 * @param later how many do not fit into those
 * @since 0.1
 */
public record SendPlan(long messages, List<Day> days, long later) {

    /** Copies the list. */
    public SendPlan {
        days = List.copyOf(days);
    }

    /**
     * One period of 24 hours.
     *
     * @param from its begin
     * @param messages how many messages go in it
     * @param limitedBy what keeps more from going; THROUGHPUT on a day that has room
     */
    public record Day(Instant from, long messages, HoldLayer limitedBy) {}
}
