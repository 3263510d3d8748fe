package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.Canary;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The first part of an audience, and the watch over it. Where it stands follows from the counters, so that another worker goes on:
 * more messages than the canary has means that it passed.
 */
final class CanaryLayer implements PacingLayer {

    private final Canary canary;
    private final Consumer<String> pause;
    private long size = -1;
    private long begun;
    private int takenSince;
    private boolean passed;
    private boolean stopped;
    private boolean watching;
    private long watchedUntilNanos;

    /** Pauses the campaign with a reason when the canary fails. */
    CanaryLayer(Canary canary, Consumer<String> pause) {
        this.canary = canary;
        this.pause = pause;
    }

    /** How many deliveries may have been begun by all lanes together, while that is known and counts. */
    OptionalLong mostBegun() {
        return passed || size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public boolean needsProgress() {
        return !passed;
    }

    @Override
    public void progress(CampaignProgress progress, Moment now) {
        long audience = progress.total() - progress.in(DeliveryState.SKIPPED) - progress.in(DeliveryState.CANCELLED);
        size = canary.size(audience);
        begun = audience - progress.in(DeliveryState.PENDING);
        takenSince = 0;
        boolean isAnswered = progress.in(DeliveryState.SENDING) == 0;
        if (begun > size || size == 0) {
            passed = true;
        } else if (begun == size && isAnswered && !watching) {
            watching = true;
            watchedUntilNanos = now.nanos() + canary.watch().toNanos();
        } else if (begun < size) {
            watching = false;
        }
        if (watching && !stopped && now.nanos() - watchedUntilNanos >= 0) {
            judge(progress.in(DeliveryState.FAILED));
        }
    }

    /** Where it stands is read from the counters again; a canary that failed is judged again. */
    @Override
    public void resume() {
        stopped = false;
        size = -1;
    }

    private void judge(long failed) {
        double share = failed / (double) size;
        if (share <= canary.maxFailureShare()) {
            passed = true;
            return;
        }
        stopped = true;
        pause.accept(String.format(
                Locale.ROOT,
                "%d of the first %d messages failed; more than %.1f %% are too many. Look at their errors; to send the rest,"
                        + " change the pacing to one without a canary and resume.",
                failed,
                size,
                canary.maxFailureShare() * 100));
    }

    @Override
    public int permits(Moment now) {
        if (passed) {
            return Integer.MAX_VALUE;
        }
        return size < 0 || watching ? 0 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, size - begun - takenSince));
    }

    @Override
    public void took(Moment now) {
        takenSince++;
    }

    @Override
    public Optional<Hold> hold(Moment now) {
        if (!watching || passed || size < 0) {
            return Optional.empty();
        }
        return Optional.of(Hold.of(HoldLayer.CANARY, "The first " + size + " messages are watched")
                .until(now.atNanos(watchedUntilNanos)));
    }
}
