package dev.wakit.testkit.simulator.internal.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** At most so many messages of one phone number in any second. Thread-safe. */
public final class ThroughputLimit {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private volatile int perSecond;

    public ThroughputLimit(int perSecond, LongSupplier nanos) {
        this.nanos = nanos;
        this.perSecond = perSecond;
    }

    /** Changes the limit and forgets what was counted; 0 switches it off. */
    public void perSecond(int newPerSecond) {
        perSecond = newPerSecond;
        windows.clear();
    }

    public int perSecond() {
        return perSecond;
    }

    public boolean admits(String phoneNumberId) {
        int limit = perSecond;
        return limit <= 0
                || windows.computeIfAbsent(phoneNumberId, it -> new Window(limit))
                        .admits(nanos.getAsLong());
    }

    /** A ring of the last accepted times: the oldest must be a second old before the next is admitted. */
    private static final class Window {

        private final long[] times;
        private int oldest;
        private int count;

        Window(int size) {
            this.times = new long[size];
        }

        synchronized boolean admits(long now) {
            if (count == times.length && now - times[oldest] < SECOND) {
                return false;
            }
            times[oldest] = now;
            oldest = (oldest + 1) % times.length;
            count = Math.min(count + 1, times.length);
            return true;
        }
    }
}
