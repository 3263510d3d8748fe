package dev.wakit.rate;

import java.time.Duration;

/**
 * A number of messages allowed in a period, such as 600 a minute.
 *
 * <p>Immutable.
 *
 * @param messages how many, at least 1
 * @param period in how much time, longer than zero
 * @since 0.1
 */
public record RateLimit(int messages, Duration period) {

    /** Checks that both components are positive. */
    public RateLimit {
        if (messages < 1) {
            throw new IllegalArgumentException("A rate of " + messages + " messages is not possible. Use at least 1.");
        }
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("A rate over " + period + " is not possible. Use a period above zero.");
        }
    }

    /** So many messages a second. */
    public static RateLimit perSecond(int messages) {
        return new RateLimit(messages, Duration.ofSeconds(1));
    }

    /** So many messages a minute. */
    public static RateLimit perMinute(int messages) {
        return new RateLimit(messages, Duration.ofMinutes(1));
    }

    /** So many messages an hour. */
    public static RateLimit perHour(int messages) {
        return new RateLimit(messages, Duration.ofHours(1));
    }

    /** The same rate as a number of messages a second, which may be a fraction. */
    public double messagesPerSecond() {
        return messages * 1e9 / period.toNanos();
    }
}
