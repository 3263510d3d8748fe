package dev.wakit.testkit.simulator.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each recipient was sent to, refused or not. Thread-safe. */
public final class Visits {

    private final Map<String, Integer> visits = new ConcurrentHashMap<>();

    /** Counts one more and returns the count, from 1. */
    public int next(String recipient) {
        return visits.merge(recipient, 1, Integer::sum);
    }
}
