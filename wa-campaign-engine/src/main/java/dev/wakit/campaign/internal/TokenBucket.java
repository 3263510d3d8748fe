package dev.wakit.campaign.internal;

/**
 * Permits that grow with time up to a small burst. Not thread-safe: each belongs to one lane's thread.
 *
 * <p>The burst is a tenth of a second's worth, at least one permit, so that in no second more than rate plus burst are given.
 */
final class TokenBucket {

    private static final double BURST_SECONDS = 0.1;

    private final double burstSeconds;
    private double ratePerSecond;
    private double tokens;
    private long updatedNanos;

    TokenBucket(double ratePerSecond, long nowNanos) {
        this(ratePerSecond, BURST_SECONDS, nowNanos);
    }

    /** With a burst of its own: so many seconds' worth. */
    TokenBucket(double ratePerSecond, double burstSeconds, long nowNanos) {
        this.burstSeconds = burstSeconds;
        this.ratePerSecond = ratePerSecond;
        this.updatedNanos = nowNanos;
        this.tokens = 1;
    }

    double ratePerSecond() {
        return ratePerSecond;
    }

    void changeRate(double newRatePerSecond, long nowNanos) {
        refill(nowNanos);
        ratePerSecond = newRatePerSecond;
        tokens = Math.min(tokens, burst());
    }

    /** How many whole permits there are now. */
    int available(long nowNanos) {
        refill(nowNanos);
        return (int) tokens;
    }

    void take(int count) {
        tokens -= count;
    }

    /** Gives permits back that were taken and not used. */
    void giveBack(int count) {
        tokens = Math.min(tokens + count, burst());
    }

    /** How long until there are this many permits, at most a full burst. */
    long nanosUntil(int count, long nowNanos) {
        refill(nowNanos);
        double missing = Math.min(count, burst()) - tokens;
        return missing <= 0 ? 0 : (long) Math.ceil(missing / ratePerSecond * 1e9);
    }

    /** The most permits that are ever given at the same moment. */
    double burst() {
        return Math.max(1, ratePerSecond * burstSeconds);
    }

    private void refill(long nowNanos) {
        double grown = (nowNanos - updatedNanos) / 1e9 * ratePerSecond;
        tokens = Math.min(burst(), tokens + grown);
        updatedNanos = nowNanos;
    }
}
