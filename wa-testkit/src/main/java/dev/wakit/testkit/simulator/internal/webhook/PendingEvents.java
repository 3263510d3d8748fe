package dev.wakit.testkit.simulator.internal.webhook;

import java.time.Duration;

/** Counts events from the moment they are planned until they are delivered or given up. Thread-safe. */
public final class PendingEvents {

    private final Object lock = new Object();
    private long pending;
    private long delivered;
    private long dropped;

    public void planned() {
        synchronized (lock) {
            pending++;
        }
    }

    public void delivered(int count) {
        synchronized (lock) {
            delivered += count;
            settle(count);
        }
    }

    public void dropped(int count) {
        synchronized (lock) {
            dropped += count;
            settle(count);
        }
    }

    private void settle(int count) {
        pending -= count;
        if (pending == 0) {
            lock.notifyAll();
        }
    }

    public long pending() {
        synchronized (lock) {
            return pending;
        }
    }

    public long delivered() {
        synchronized (lock) {
            return delivered;
        }
    }

    public long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    /** Waits until nothing is pending and returns true, or returns false when the time is up first. */
    public boolean awaitNone(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lock) {
            while (pending > 0) {
                long leftMillis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
                if (leftMillis <= 0) {
                    return false;
                }
                lock.wait(leftMillis);
            }
            return true;
        }
    }
}
