package dev.wakit.campaign.internal;

/**
 * The permits of a lane: a bucket at the permitted rate, which makes up for pauses of up to a quarter of a second, under a bound
 * just above it, so that no second holds more however late the thread was. Not thread-safe: it belongs to one lane's thread.
 */
final class LaneRate {

    /** The most in any second, as a multiple of the rate: what a thread that is some milliseconds late each time needs. */
    private static final double BOUND = 1.02;

    /** How much of a second one commit of intents covers: shorter batches are on time, longer ones share their commit. */
    private static final double BATCH_SECONDS = 0.025;

    /** A crash leaves at most what one commit covers, so a longer pause is made up for by several. */
    private static final double MAX_BATCH_SECONDS = 0.1;

    private static final double CATCH_UP_SECONDS = 0.25;

    private final TokenBucket pace;
    private final SpacedWindow bound;
    private double rate;

    LaneRate(double ratePerSecond, long nowNanos) {
        this.rate = ratePerSecond;
        this.pace = new TokenBucket(ratePerSecond, CATCH_UP_SECONDS, nowNanos);
        this.bound = new SpacedWindow(ratePerSecond * BOUND);
    }

    double perSecond() {
        return rate;
    }

    void change(double ratePerSecond, long nowNanos) {
        if (ratePerSecond != rate) {
            rate = ratePerSecond;
            pace.changeRate(ratePerSecond, nowNanos);
            bound.changeRate(ratePerSecond * BOUND);
        }
    }

    /** How many may be begun now, in one commit. */
    int available(long nowNanos) {
        int most = Math.max(1, (int) (rate * MAX_BATCH_SECONDS));
        return Math.min(most, Math.min(pace.available(nowNanos), bound.available(nowNanos)));
    }

    void take(int count, long nowNanos) {
        pace.take(count);
        bound.take(count, nowNanos);
    }

    /** How long until there are so many permits. */
    long nanosUntil(int count, long nowNanos) {
        return Math.max(pace.nanosUntil(count, nowNanos), bound.nanosUntil(count, nowNanos));
    }

    /** How many make a commit worth its while. */
    int batch() {
        return Math.max(1, (int) (rate * BATCH_SECONDS));
    }
}
