package dev.wakit.campaign.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How fast a lane may send now, and what holds it. Thread-safe.
 *
 * <p>A throttle error of the BSP takes a tenth of the rate; one that follows within two seconds three tenths, and a short rest; both
 * at most once a second. A fifth of the full rate comes back each second up to just below the rate that was too fast, and a
 * hundredth beyond: so one error by chance costs a tenth of a second of speed, and a limit that is really lower is met with few
 * errors.
 */
final class LaneThrottle {

    private static final double FLOOR_SHARE = 0.05;
    private static final double FIRST_DECREASE = 0.9;
    private static final double NEXT_DECREASE = 0.7;
    private static final long REPEATED_WITHIN = 2_000_000_000L;
    private static final double FIRST_SAFE_SHARE = 0.97;
    private static final double NEXT_SAFE_SHARE = 0.85;
    private static final double RECOVERY_SHARE = 0.2;
    private static final double PROBE_SHARE = 0.01;
    private static final long SECOND = 1_000_000_000L;
    private static final long RECOVERY_STEP = SECOND / 10;
    private static final Duration THROTTLE_HOLD = Duration.ofMillis(200);
    private static final int MAX_UNREACHABLE_DOUBLINGS = 5;

    private final LongSupplier nanos;
    private double fullRate;
    private double rate;
    private double safeRate;
    private long changedNanos;
    private long loweredNanos;
    private String slowedBy = "";
    private long heldUntilNanos;
    private String holdReason = "";
    private Instant heldUntil = Instant.EPOCH;
    private int unreachable;
    private boolean holdIsWide;

    LaneThrottle(double fullRate, LongSupplier nanos) {
        this.fullRate = fullRate;
        this.rate = fullRate;
        this.safeRate = fullRate;
        this.nanos = nanos;
        this.changedNanos = nanos.getAsLong();
        this.loweredNanos = changedNanos - REPEATED_WITHIN - 1;
        this.heldUntilNanos = changedNanos;
    }

    /** A hold of the lane. */
    record Hold(String reason, Instant until) {}

    synchronized double rate() {
        long now = nanos.getAsLong();
        if (rate < fullRate && now - changedNanos >= RECOVERY_STEP) {
            recover((now - changedNanos) / (double) SECOND);
            changedNanos = now;
        }
        return rate;
    }

    private void recover(double seconds) {
        double quick = Math.min(seconds, Math.max(0, safeRate - rate) / (RECOVERY_SHARE * fullRate));
        double slow = seconds - quick;
        rate = Math.min(fullRate, rate + (quick * RECOVERY_SHARE + slow * PROBE_SHARE) * fullRate);
    }

    synchronized double fullRate() {
        return fullRate;
    }

    /** The permitted rate is another one now. */
    synchronized void changeFullRate(double newFullRate) {
        if (newFullRate != fullRate) {
            fullRate = newFullRate;
            rate = newFullRate;
            safeRate = newFullRate;
        }
    }

    /** The BSP says that the sender is too fast. */
    synchronized void tooFast(String reason, Instant now) {
        long nowNanos = nanos.getAsLong();
        long since = nowNanos - loweredNanos;
        slowedBy = reason;
        if (since < SECOND) {
            return;
        }
        boolean repeated = since <= REPEATED_WITHIN;
        double met = rate();
        safeRate = met * (repeated ? NEXT_SAFE_SHARE : FIRST_SAFE_SHARE);
        rate = Math.max(met * (repeated ? NEXT_DECREASE : FIRST_DECREASE), fullRate * FLOOR_SHARE);
        changedNanos = nowNanos;
        loweredNanos = nowNanos;
        if (repeated) {
            hold(reason, THROTTLE_HOLD, now, false);
        }
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

    /** Something is broken that concerns every message of the lane. */
    synchronized void hold(String reason, Duration duration, Instant now) {
        hold(reason, duration, now, true);
    }

    private void hold(String reason, Duration duration, Instant now, boolean isWide) {
        long until = nanos.getAsLong() + duration.toNanos();
        if (until - heldUntilNanos > 0) {
            holdIsWide = isWide;
            heldUntilNanos = until;
            heldUntil = now.plus(duration);
            holdReason = reason;
        }
    }

    /** What slows the lane below its full rate, in words; empty if nothing does. */
    synchronized String slowedBy() {
        return rate() < fullRate ? slowedBy : "";
    }

    /** How long the lane is still held; 0 if it is not. */
    synchronized long heldNanos() {
        return Math.max(0, heldUntilNanos - nanos.getAsLong());
    }

    /** A hold because the lane cannot send, and not because it was too fast. */
    synchronized Optional<Hold> wideHold() {
        return holdIsWide ? hold() : Optional.empty();
    }

    /** Whether the BSP was reached the last time. */
    synchronized boolean isReached() {
        return unreachable == 0;
    }

    synchronized Optional<Hold> hold() {
        return heldNanos() > 0 ? Optional.of(new Hold(holdReason, heldUntil)) : Optional.empty();
    }
}
