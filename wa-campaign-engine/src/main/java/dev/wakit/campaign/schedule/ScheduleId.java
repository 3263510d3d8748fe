package dev.wakit.campaign.schedule;

/**
 * The id of a schedule.
 *
 * @param value above 0
 * @since 0.1
 */
public record ScheduleId(long value) {

    /** Checks the value. */
    public ScheduleId {
        if (value <= 0) {
            throw new IllegalArgumentException("A schedule's id is above 0; this one is " + value + ".");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
