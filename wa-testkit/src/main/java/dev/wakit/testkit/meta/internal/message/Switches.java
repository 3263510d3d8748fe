package dev.wakit.testkit.meta.internal.message;

import dev.wakit.testkit.meta.internal.Span;
import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import java.util.Optional;

/** What a test can change while the simulator runs. Thread-safe. */
public final class Switches {

    private final Object lock = new Object();
    private GraphError scripted = GraphErrors.somethingWentWrong();
    private int scriptedLeft;
    private volatile boolean outage;
    private volatile double lostResponses;
    private volatile Span latency;

    public Switches(double lostResponses, Span latency) {
        this.lostResponses = lostResponses;
        this.latency = latency;
    }

    public void failNext(int count, GraphError error) {
        synchronized (lock) {
            scripted = error;
            scriptedLeft = count;
        }
    }

    /** Returns the error the next send request must end in, if a test asked for one. */
    Optional<GraphError> nextFailure() {
        if (outage) {
            return Optional.of(GraphErrors.serviceDown());
        }
        synchronized (lock) {
            if (scriptedLeft <= 0) {
                return Optional.empty();
            }
            scriptedLeft--;
            return Optional.of(scripted);
        }
    }

    public void outage(boolean down) {
        outage = down;
    }

    public boolean isOutage() {
        return outage;
    }

    public void lostResponses(double share) {
        lostResponses = share;
    }

    double lostResponses() {
        return lostResponses;
    }

    public void latency(Span range) {
        latency = range;
    }

    Span latency() {
        return latency;
    }
}
