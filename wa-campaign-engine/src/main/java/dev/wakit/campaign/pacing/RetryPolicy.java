package dev.wakit.campaign.pacing;

import java.time.Duration;

/**
 * How often and when a delivery is tried again after an error that may pass.
 *
 * <p>The delay before try n+1 is {@code firstDelay x 2^(n-1)}, at most {@code maxDelay}, plus or minus up to a fifth of it at
 * random. Immutable.
 *
 * @param maxTries how many tries in all, at least 1
 * @param firstDelay the delay before the second try
 * @param maxDelay the longest delay
 * @param quietDelay the delay after an error that asks to leave the person alone (131049), at least 24 hours at WhatsApp
 * @since 0.1
 */
public record RetryPolicy(int maxTries, Duration firstDelay, Duration maxDelay, Duration quietDelay) {

    /** 3 tries, 60 seconds, then doubling up to an hour; 24 hours where the BSP asks for quiet. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(3, Duration.ofSeconds(60), Duration.ofHours(1), Duration.ofHours(24));

    /** Checks that the numbers are possible. */
    public RetryPolicy {
        if (maxTries < 1) {
            throw new IllegalArgumentException("maxTries is " + maxTries + ". Use at least 1.");
        }
        if (firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0 || quietDelay.isNegative()) {
            throw new IllegalArgumentException("Delays " + firstDelay + " up to " + maxDelay
                    + " are not possible. Use 0 <= firstDelay <= maxDelay.");
        }
    }

    /**
     * The delay after so many tries.
     *
     * @param tries how many tries were made, from 1
     * @param random a number from 0 (inclusive) to 1 (exclusive)
     */
    public Duration delayAfter(int tries, double random) {
        long doubled = firstDelay.toMillis() << Math.min(tries - 1, 20);
        long millis = Math.min(maxDelay.toMillis(), doubled < 0 ? Long.MAX_VALUE : doubled);
        return Duration.ofMillis(Math.round(millis * (0.8 + 0.4 * random)));
    }
}
