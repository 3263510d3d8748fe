package dev.wakit.testkit.simulator.internal;

import java.time.Duration;
import java.util.SplittableRandom;

/** A range of durations to draw from. Immutable. */
public record Span(Duration shortest, Duration longest) {

    public static final Span NONE = new Span(Duration.ZERO, Duration.ZERO);

    public Span {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("not a range of durations: " + shortest + " to " + longest);
        }
    }

    public static Span millis(long shortest, long longest) {
        return new Span(Duration.ofMillis(shortest), Duration.ofMillis(longest));
    }

    public Duration draw(SplittableRandom random) {
        return Duration.ofNanos(random.nextLong(shortest.toNanos(), longest.toNanos() + 1));
    }
}
