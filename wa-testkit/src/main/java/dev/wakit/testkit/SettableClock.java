package dev.wakit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * A clock that moves only when a test moves it.
 *
 * <p>A new clock stands at {@link #START}, a constant that is neither the epoch nor today. Thread-safe.
 */
public final class SettableClock implements InstantSource {

    /** The instant a new clock stands at: 2026-03-14T09:26:53Z. */
    public static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    private final Object lock = new Object();
    private Instant now;

    private SettableClock(Instant start) {
        this.now = start;
    }

    /** Returns a clock that stands at {@link #START}. */
    public static SettableClock create() {
        return at(START);
    }

    /** Returns a clock that stands at the given instant. */
    public static SettableClock at(Instant instant) {
        return new SettableClock(Objects.requireNonNull(instant, "instant"));
    }

    @Override
    public Instant instant() {
        synchronized (lock) {
            return now;
        }
    }

    /** Moves the clock forward, or back when the duration is negative, and returns the new time. */
    public Instant advance(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        synchronized (lock) {
            now = now.plus(duration);
            return now;
        }
    }

    /** Moves the clock to the given instant, which may lie in its past. */
    public void set(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        synchronized (lock) {
            now = instant;
        }
    }

    @Override
    public String toString() {
        return "SettableClock[" + instant() + "]";
    }
}
