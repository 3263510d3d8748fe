package dev.wakit.testkit.simulator.internal;

import java.util.Optional;

/**
 * What a test can change while the simulator runs. Thread-safe.
 *
 * @param <E> the errors of the API
 */
public final class Switches<E> {

    private final Object lock = new Object();
    private final E down;
    private E scripted;
    private int scriptedLeft;
    private volatile boolean outage;
    private volatile double lostResponses;
    private volatile Span latency;

    /** Starts with the error of an outage, the share of lost answers and the time of an answer. */
    public Switches(E down, double lostResponses, Span latency) {
        this.down = down;
        this.scripted = down;
        this.lostResponses = lostResponses;
        this.latency = latency;
    }

    public void failNext(int count, E error) {
        synchronized (lock) {
            scripted = error;
            scriptedLeft = count;
        }
    }

    /** Returns the error the next send request must end in, if a test asked for one. */
    public Optional<E> nextFailure() {
        if (outage) {
            return Optional.of(down);
        }
        synchronized (lock) {
            if (scriptedLeft <= 0) {
                return Optional.empty();
            }
            scriptedLeft--;
            return Optional.of(scripted);
        }
    }

    public void outage(boolean isDown) {
        outage = isDown;
    }

    public boolean isOutage() {
        return outage;
    }

    public void lostResponses(double share) {
        lostResponses = share;
    }

    public double lostResponses() {
        return lostResponses;
    }

    public void latency(Span range) {
        latency = range;
    }

    public Span latency() {
        return latency;
    }
}
