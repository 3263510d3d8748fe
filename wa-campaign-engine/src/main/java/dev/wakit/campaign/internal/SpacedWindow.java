package dev.wakit.campaign.internal;

/**
 * A rate as a strict bound: of any {@code ceil(rate)} messages in a row the first and the one after the last are as far apart as the
 * rate asks. So no second ever holds more than the rate. Not thread-safe: it belongs to one lane's thread.
 */
final class SpacedWindow {

    /** A rate of 80.0000001 that comes from arithmetic is 80. */
    private static final double ROUNDING = 1e-6;

    /** More than any lane sends; bounds the memory. */
    private static final int MAX_SIZE = 20_000;

    private long[] times = {};
    private int oldest;
    private int count;
    private double rate;
    private long spanNanos;

    SpacedWindow(double ratePerSecond) {
        changeRate(ratePerSecond);
    }

    /** Changes the rate; what was sent lately counts on. */
    void changeRate(double ratePerSecond) {
        if (ratePerSecond == rate) {
            return;
        }
        int size = (int) Math.max(1, Math.min(MAX_SIZE, Math.ceil(ratePerSecond - ROUNDING)));
        if (size != times.length) {
            resize(size);
        }
        rate = ratePerSecond;
        spanNanos = (long) Math.ceil(size / ratePerSecond * 1e9);
    }

    /** How many may be sent now. */
    int available(long nowNanos) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nowNanos - at(middle) >= spanNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return times.length - count + low;
    }

    /** How long until so many may be sent, at most all that a window holds. */
    long nanosUntil(int wanted, long nowNanos) {
        int older = Math.min(wanted, times.length) - (times.length - count);
        return older <= 0 ? 0 : Math.max(0, at(older - 1) + spanNanos - nowNanos);
    }

    /** So many are sent now. */
    void take(int taken, long nowNanos) {
        for (int i = 0; i < taken; i++) {
            if (count == times.length) {
                times[oldest] = nowNanos;
                oldest = (oldest + 1) % times.length;
            } else {
                times[(oldest + count) % times.length] = nowNanos;
                count++;
            }
        }
    }

    private long at(int index) {
        return times[(oldest + index) % times.length];
    }

    private void resize(int size) {
        int kept = Math.min(count, size);
        var newest = new long[size];
        for (int i = 0; i < kept; i++) {
            newest[i] = at(count - kept + i);
        }
        times = newest;
        oldest = 0;
        count = kept;
    }
}
