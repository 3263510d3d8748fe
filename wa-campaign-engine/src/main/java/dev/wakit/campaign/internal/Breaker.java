package dev.wakit.campaign.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets nothing begin after too many failures, then lets one request find out. Thread-safe.
 *
 * <p>Each failed try doubles the pause. Whoever takes a permission gives it back with {@link #record} or {@link #release}.
 */
final class Breaker {

    private final Rules rules;
    private final LongSupplier nanos;
    private final IntervalFunction pause;
    private final CircuitBreaker breaker;
    private int opened;
    private long openUntilNanos;
    private String reason = "";
    private String lastFailure = "";
    private Instant openUntil = Instant.EPOCH;
    private Instant now = Instant.EPOCH;

    /**
     * When it opens and for how long.
     *
     * @param last of how many requests
     * @param failedPercent so many must have failed
     * @param firstPause the first pause
     * @param longestPause the longest one
     * @param reason the beginning of what is said while it is open; the last failure follows
     */
    record Rules(int last, float failedPercent, Duration firstPause, Duration longestPause, String reason) {

        /** A sender whose requests get no clear answer: each of them leaves a delivery that nobody can explain. */
        static final Rules NO_CLEAR_ANSWER = new Rules(
                20,
                50,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                "Half of the last 20 requests got no clear answer: ");

        /** An account whose credentials are refused. One request now and then costs nothing and finds a granted permission. */
        static final Rules CREDENTIALS_REFUSED =
                new Rules(1, 100, Duration.ofSeconds(30), Duration.ofMinutes(10), "The credentials are refused: ");
    }

    Breaker(String name, Rules rules, LongSupplier nanos) {
        this.rules = rules;
        this.nanos = nanos;
        this.pause = IntervalFunction.ofExponentialBackoff(rules.firstPause(), 2, rules.longestPause());
        this.openUntilNanos = nanos.getAsLong();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(new MonotonicClock(nanos))
                        .currentTimestampFunction(clock -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
                        .slidingWindow(rules.last(), rules.last(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(rules.failedPercent())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(pause)
                        .recordResult(Boolean.TRUE::equals)
                        .build());
    }

    /** Takes the permission for one request. */
    synchronized boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    /** Gives back a permission that was not used. */
    synchronized void release() {
        breaker.releasePermission();
    }

    /**
     * A request that was permitted is over.
     *
     * @param failure why it counts as a failure; empty if it does not
     */
    synchronized void record(String failure, Instant at) {
        now = at;
        if (!failure.isEmpty()) {
            lastFailure = failure;
        }
        CircuitBreaker.State before = breaker.getState();
        breaker.onResult(0, TimeUnit.NANOSECONDS, !failure.isEmpty());
        CircuitBreaker.State after = breaker.getState();
        // Not by its events: once somebody listens, it makes one for every request.
        if (after != before && after == CircuitBreaker.State.OPEN) {
            open();
        } else if (after != before && after == CircuitBreaker.State.CLOSED) {
            opened = 0;
        }
    }

    /** What made it open is mended: requests may begin at once. */
    synchronized void reset() {
        breaker.reset();
        opened = 0;
    }

    private void open() {
        opened++;
        long millis = pause.apply(opened);
        openUntilNanos = nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(millis);
        openUntil = now.plusMillis(millis);
        reason = rules.reason() + lastFailure;
    }

    /** Whether one request at a time finds out whether it works again. */
    synchronized boolean isProbing() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** How long nothing is begun; 0 if something may be. */
    synchronized long heldNanos() {
        return breaker.getState() == CircuitBreaker.State.OPEN ? Math.max(0, openUntilNanos - nanos.getAsLong()) : 0;
    }

    synchronized Optional<LaneThrottle.Hold> hold() {
        return heldNanos() > 0 ? Optional.of(new LaneThrottle.Hold(reason, openUntil)) : Optional.empty();
    }

    /** The monotonic clock as a clock: only differences between its instants mean anything. */
    private static final class MonotonicClock extends Clock {

        private final LongSupplier nanos;

        MonotonicClock(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanos.getAsLong());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
