package dev.wakit.provider.meta;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of Meta's budget for management calls is used, as its last answer said. Sends have limits of their own.
 *
 * <p>Source: headers {@code X-App-Usage} and {@code X-Business-Use-Case-Usage}.
 *
 * @param callCount calls, in percent of what is allowed in an hour
 * @param totalTime time, in percent
 * @param totalCpuTime processor time, in percent
 * @param regainAfter how long calls are refused; zero if they are not
 * @param at when the answer came
 * @since 0.1
 */
public record ApiUsage(int callCount, int totalTime, int totalCpuTime, Duration regainAfter, Instant at) {

    /** The highest of the three percentages. */
    public int highest() {
        return Math.max(callCount, Math.max(totalTime, totalCpuTime));
    }

    /** When calls are allowed again; in the past if they are. */
    public Instant regainAt() {
        return at.plus(regainAfter);
    }
}
