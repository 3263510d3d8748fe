package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.DelayRange;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A random pause between two messages of a campaign. */
final class DelayLayer implements PacingLayer {

    private final DelayRange range;
    private final RandomGenerator random;
    private long openNanos;

    DelayLayer(DelayRange range, RandomGenerator random, Moment now) {
        this.range = range;
        this.random = random;
        this.openNanos = now.nanos();
    }

    @Override
    public int permits(Moment now) {
        return now.nanos() - openNanos >= 0 ? 1 : 0;
    }

    @Override
    public void took(Moment now) {
        long spread = range.max().minus(range.min()).toNanos();
        openNanos = now.nanos() + range.min().toNanos() + (long) (spread * random.nextDouble());
    }

    @Override
    public long nanosUntilReady(Moment now, long otherwise) {
        return Math.min(otherwise, Math.max(0, openNanos - now.nanos()));
    }

    @Override
    public Optional<Hold> hold(Moment now) {
        return permits(now) > 0
                ? Optional.empty()
                : Optional.of(Hold.of(
                                HoldLayer.DELAY,
                                "A random pause of " + range.min() + " to " + range.max() + " between messages")
                        .until(now.atNanos(openNanos)));
    }
}
