package dev.wakit.campaign.pacing;

import java.util.List;

/**
 * How many template messages a new sender may send on each of its first days, so that its reputation can grow. Immutable.
 *
 * <p>A day is one in UTC on which the sender sent something: a day without messages does not move the schedule on. After the last
 * entry there is no limit.
 *
 * @param perDay the most messages of the first day, the second, and so on; each at least 1
 * @since 0.1
 */
public record RampUp(List<Integer> perDay) {

    /** Checks and copies. */
    public RampUp {
        perDay = List.copyOf(perDay);
        if (perDay.isEmpty() || perDay.stream().anyMatch(max -> max < 1)) {
            throw new IllegalArgumentException(
                    "A ramp-up of " + perDay + " is not possible. Name at least one day, each at least 1.");
        }
    }

    /** A schedule, such as {@code RampUp.of(250, 500, 1000)}. */
    public static RampUp of(Integer... perDay) {
        return new RampUp(List.of(perDay));
    }

    /** The most messages on this day, from 1; {@link Integer#MAX_VALUE} after the schedule. */
    public int max(int day) {
        return day <= perDay.size() ? perDay.get(Math.max(1, day) - 1) : Integer.MAX_VALUE;
    }
}
