package dev.wakit.campaign.schedule;

import java.time.Duration;

/**
 * What happens with a run whose time passed while nobody worked. However many were missed, at most one is made up for.
 *
 * <p>Immutable.
 *
 * @param within how late a run may be; a later one is left out
 * @since 0.1
 */
public record Misfire(Duration within) {

    private static final Duration PUNCTUAL = Duration.ofMinutes(1);
    private static final Duration EVER = Duration.ofDays(36_500);

    /** Checks the limit. */
    public Misfire {
        if (within.compareTo(PUNCTUAL) < 0) {
            throw new IllegalArgumentException(
                    "A run may be late by " + within + ". Use at least 1 minute: no clock is more punctual than that.");
        }
    }

    /** A missed run is made up for at once, however late it is. */
    public static Misfire runOnce() {
        return new Misfire(EVER);
    }

    /** A run that is more than a minute late is left out. */
    public static Misfire skip() {
        return new Misfire(PUNCTUAL);
    }

    /** A missed run is made up for if it is not later than this. */
    public static Misfire within(Duration limit) {
        return new Misfire(limit);
    }
}
