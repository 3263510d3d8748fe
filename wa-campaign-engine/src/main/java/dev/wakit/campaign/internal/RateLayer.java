package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A rate of the campaign: its own, or the one that spreads it over a period. */
final class RateLayer implements PacingLayer {

    /** A hold that is shorter is only the distance between two messages. */
    private static final long WORTH_TELLING = Duration.ofSeconds(1).toNanos();

    /** What the other limits delayed for a moment may follow at once. */
    private static final double SPREAD_BURST_SECONDS = 2;

    private final HoldLayer layer;
    private final Instant end;
    private final double share;
    private final TokenBucket bucket;
    private boolean isOpen;

    private RateLayer(HoldLayer layer, Instant end, double share, TokenBucket bucket) {
        this.layer = layer;
        this.end = end;
        this.share = share;
        this.bucket = bucket;
    }

    static RateLayer of(RateLimit rate, Moment now) {
        return of(rate.messagesPerSecond(), now);
    }

    static RateLayer of(double perSecond, Moment now) {
        return new RateLayer(HoldLayer.RATE, Instant.MAX, 1, new TokenBucket(perSecond, now.nanos()));
    }

    /** Spreads what is left until a time; after it, it is open. Nothing is sent before the counters are known. */
    static RateLayer until(Instant end, Moment now) {
        return until(end, 1, now);
    }

    /** As {@link #until(Instant, Moment)}, for a lane that sends this share of what is left. */
    static RateLayer until(Instant end, double share, Moment now) {
        var bucket = new TokenBucket(1e-9, SPREAD_BURST_SECONDS, now.nanos());
        bucket.take(1);
        return new RateLayer(HoldLayer.SPREAD, end, share, bucket);
    }

    @Override
    public boolean needsProgress() {
        return layer == HoldLayer.SPREAD;
    }

    @Override
    public void progress(CampaignProgress progress, Moment now) {
        double seconds = Duration.between(now.at(), end).toMillis() / 1e3;
        isOpen = seconds <= 0;
        if (!isOpen) {
            bucket.changeRate(Math.max(1e-9, progress.remaining() * share / seconds), now.nanos());
        }
    }

    @Override
    public int permits(Moment now) {
        return isOpen ? Integer.MAX_VALUE : bucket.available(now.nanos());
    }

    @Override
    public void took(Moment now) {
        if (!isOpen) {
            bucket.take(1);
        }
    }

    @Override
    public long nanosUntilReady(Moment now, long otherwise) {
        return isOpen ? otherwise : Math.min(otherwise, bucket.nanosUntil(1, now.nanos()));
    }

    @Override
    public Optional<Hold> hold(Moment now) {
        long wait = isOpen ? 0 : bucket.nanosUntil(1, now.nanos());
        if (wait < WORTH_TELLING && layer == HoldLayer.RATE) {
            return Optional.empty();
        }
        if (isOpen) {
            return Optional.empty();
        }
        String reason = layer == HoldLayer.SPREAD
                ? "Spread evenly until " + end
                : "At most " + Math.round(bucket.ratePerSecond() * 36_000) / 10.0 + " messages an hour";
        return Optional.of(Hold.of(layer, reason)
                .until(now.at().plusNanos(Math.min(wait, Duration.ofDays(365).toNanos()))));
    }
}
