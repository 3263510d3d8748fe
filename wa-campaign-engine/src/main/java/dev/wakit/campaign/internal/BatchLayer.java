package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.BatchPause;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import java.util.Optional;

/** A pause after every so many messages of a campaign. */
final class BatchLayer implements PacingLayer {

    private final BatchPause batch;
    private int left;
    private long openNanos;

    BatchLayer(BatchPause batch, Moment now) {
        this.batch = batch;
        this.left = batch.size();
        this.openNanos = now.nanos();
    }

    @Override
    public int permits(Moment now) {
        return now.nanos() - openNanos >= 0 ? left : 0;
    }

    @Override
    public void took(Moment now) {
        left--;
        if (left == 0) {
            left = batch.size();
            openNanos = now.nanos() + batch.pause().toNanos();
        }
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
                                HoldLayer.BATCH,
                                "A pause of " + batch.pause() + " after each " + batch.size() + " messages")
                        .until(now.atNanos(openNanos)));
    }
}
