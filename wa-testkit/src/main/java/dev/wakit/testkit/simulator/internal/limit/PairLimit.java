package dev.wakit.testkit.simulator.internal.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * One message per interval for each pair of sender and recipient, with a burst borrowed from the future.
 *
 * <p>For each pair it remembers when the borrowed quota will be paid back. Thread-safe.
 */
public final class PairLimit {

    private final long interval;
    private final int burst;
    private final LongSupplier nanos;
    private final Map<String, Long> paidBackAt = new ConcurrentHashMap<>();

    public PairLimit(Duration interval, int burst, LongSupplier nanos) {
        this.interval = interval.toNanos();
        this.burst = burst;
        this.nanos = nanos;
    }

    public boolean admits(String phoneNumberId, String recipient) {
        if (burst <= 0) {
            return true;
        }
        long now = nanos.getAsLong();
        boolean[] admitted = {false};
        paidBackAt.compute(phoneNumberId + '>' + recipient, (pair, known) -> {
            long debtUntil = known == null || known - now < 0 ? now : known;
            admitted[0] = debtUntil - now <= interval * (burst - 1);
            return admitted[0] ? Long.valueOf(debtUntil + interval) : known;
        });
        return admitted[0];
    }
}
