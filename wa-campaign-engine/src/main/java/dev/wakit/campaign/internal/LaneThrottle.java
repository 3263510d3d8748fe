package dev.wakit.campaign.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How fast a lane may send now, and what holds it. Thread-safe.
 *
 * <p>A throttle error of the BSP halves the rate, at most once a second; each second without one gives back a twentieth of the
 * full rate.
 */
final class LaneThrottle {

    private static final double FLOOR_SHARE = 0.05;
    private static final double RECOVERY_SHARE = 0.05;
    private static final long SECOND = 1_000_000_000L;
    private static final Duration THROTTLE_HOLD = Duration.ofSeconds(1);
    private static final int MAX_UNREACHABLE_DOUBLINGS = 5;

    private final double fullRate;
    private final LongSupplier nanos;
    private double rate;
    private long changedNanos;
    private long heldUntilNanos;
    private String holdReason = "";
    private Instant heldUntil = Instant.EPOCH;
    private int unreachable;

    LaneThrottle(double fullRate, LongSupplier nanos) {
        this.fullRate = fullRate;
        this.rate = fullRate;
        this.nanos = nanos;
        this.changedNanos = nanos.getAsLong();
        this.heldUntilNanos = changedNanos;
    }

    /** A hold of the lane. */
    record Hold(String reason, Instant until) {}

    synchronized double rate() {
        long now = nanos.getAsLong();
        if (rate < fullRate && now - changedNanos >= SECOND) {
            double steps = (now - changedNanos) / (double) SECOND;
            rate = Math.min(fullRate, rate + steps * RECOVERY_SHARE * fullRate);
            changedNanos = now;
        }
        return rate;
    }

    /** The BSP says that the sender is too fast. */
    synchronized void tooFast(String reason, Instant now) {
        long nowNanos = nanos.getAsLong();
        if (rate == fullRate || nowNanos - changedNanos >= SECOND) {
            rate = Math.max(rate / 2, fullRate * FLOOR_SHARE);
            changedNanos = nowNanos;
        }
        hold(reason, THROTTLE_HOLD, now);
    }

    /** The BSP could not be reached: hold 1, 2, 4 ... 32 seconds, one step for each blip however many requests it met. */
    synchronized void unreachable(String reason, Instant now) {
        if (heldNanos() > 0) {
            return;
        }
        hold(reason, Duration.ofSeconds(1L << Math.min(unreachable, MAX_UNREACHABLE_DOUBLINGS)), now);
        unreachable++;
    }

    /** The BSP answered, with yes or no. */
    synchronized void reached() {
        unreachable = 0;
    }

    synchronized void hold(String reason, Duration duration, Instant now) {
        long until = nanos.getAsLong() + duration.toNanos();
        if (until - heldUntilNanos > 0) {
            heldUntilNanos = until;
            heldUntil = now.plus(duration);
            holdReason = reason;
        }
    }

    /** How long the lane is still held; 0 if it is not. */
    synchronized long heldNanos() {
        return Math.max(0, heldUntilNanos - nanos.getAsLong());
    }

    synchronized Optional<Hold> hold() {
        return heldNanos() > 0 ? Optional.of(new Hold(holdReason, heldUntil)) : Optional.empty();
    }
}
