package dev.wakit.campaign.pacing;

import java.time.Duration;

/**
 * A pause between two messages of a campaign, drawn anew each time. Immutable.
 *
 * @param min at least so long, zero or more
 * @param max at most so long
 * @since 0.1
 */
public record DelayRange(Duration min, Duration max) {

    /** Checks that {@code 0 <= min <= max} and that the maximum is not zero. */
    public DelayRange {
        if (min.isNegative() || max.compareTo(min) < 0 || max.isZero()) {
            throw new IllegalArgumentException("A delay between " + min + " and " + max
                    + " is not possible. Use 0 <= min <= max, and max above 0.");
        }
    }
}
