package dev.wakit.campaign.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests of a lane are on their way, and how many may be: twice what its rate needs at the latency that is measured
 * (Little's law), within bounds. Thread-safe.
 */
final class LaneWindow {

    private static final int MIN = 20;
    /** No more than a provider sends at once by default. */
    private static final int MAX = 1_000;

    private static final double HEADROOM = 2;
    /** A place is free again when the outcome is written, which takes its own time after the answer. */
    private static final double WRITING_SECONDS = 0.1;

    private static final double FIRST_GUESS_SECONDS = 0.15;
    /** The weight of a new answer in the mean: about the last fifty count. */
    private static final double WEIGHT = 0.02;

    private final int configured;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong latencyBits = new AtomicLong(Double.doubleToLongBits(FIRST_GUESS_SECONDS));

    /** With the host's own size; 0 for automatic. */
    LaneWindow(int configured) {
        this.configured = configured;
    }

    int inFlight() {
        return inFlight.get();
    }

    void begin() {
        inFlight.incrementAndGet();
    }

    void end(int count) {
        inFlight.addAndGet(-count);
    }

    /** A request was answered after this time. */
    void answered(long nanos) {
        double seconds = Math.max(0, nanos) / 1e9;
        latencyBits.updateAndGet(bits -> {
            double mean = Double.longBitsToDouble(bits);
            return Double.doubleToLongBits(mean + WEIGHT * (seconds - mean));
        });
    }

    double latencySeconds() {
        return Double.longBitsToDouble(latencyBits.get());
    }

    /** How many may be on their way at this rate. */
    int size(double ratePerSecond) {
        if (configured > 0) {
            return configured;
        }
        double needed = ratePerSecond * (latencySeconds() + WRITING_SECONDS) * HEADROOM;
        return (int) Math.min(MAX, Math.max(MIN, Math.ceil(needed)));
    }

    int free(double ratePerSecond) {
        return size(ratePerSecond) - inFlight.get();
    }
}
