package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** So many requests of a campaign at once. */
final class InFlightLayer implements PacingLayer {

    private final int max;
    private final AtomicInteger inFlight;
    private int taken;
    private long takenNanos;

    InFlightLayer(int max, AtomicInteger inFlight) {
        this.max = max;
        this.inFlight = inFlight;
    }

    /** What was taken in this step is not counted as on its way yet. */
    @Override
    public int permits(Moment now) {
        int underWay = takenNanos == now.nanos() ? taken : 0;
        return Math.max(0, max - inFlight.get() - underWay);
    }

    @Override
    public void took(Moment now) {
        taken = takenNanos == now.nanos() ? taken + 1 : 1;
        takenNanos = now.nanos();
    }

    @Override
    public Optional<Hold> hold(Moment now) {
        return inFlight.get() < max
                ? Optional.empty()
                : Optional.of(Hold.of(
                        HoldLayer.IN_FLIGHT, max + " requests are on their way, as many as the campaign may have"));
    }
}
