package dev.wakit.campaign.pacing;

import java.time.Duration;
import java.time.Instant;

/**
 * The wish that a campaign's messages are spread evenly over a period and end with it. Immutable.
 *
 * <p>The pace follows from what is left and the time that is left, so a pause makes it faster afterwards. When the period is over,
 * the rest is sent as fast as the other limits allow.
 *
 * @param over how long after its start the campaign ends; zero if {@code until} counts
 * @param until when it ends; the epoch if {@code over} counts
 * @since 0.1
 */
public record Spread(Duration over, Instant until) {

    /** Checks that exactly one of them is set. */
    public Spread {
        boolean hasLength = !over.isZero() && !over.isNegative();
        if (hasLength == until.isAfter(Instant.EPOCH)) {
            throw new IllegalArgumentException("A spread over " + over + " until " + until
                    + " is not possible. Use one: Spread.over or Spread.until.");
        }
    }

    /** So long from the start of the campaign. */
    public static Spread over(Duration over) {
        return new Spread(over, Instant.EPOCH);
    }

    /** Until a time. */
    public static Spread until(Instant until) {
        return new Spread(Duration.ZERO, until);
    }

    /** When it ends, for a campaign that started then. */
    public Instant end(Instant startedAt) {
        return over.isZero() ? until : startedAt.plus(over);
    }
}
