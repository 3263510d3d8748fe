package dev.wakit.testkit.meta.internal.message;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each recipient was sent to, refused or not. Thread-safe. */
final class Visits {

    private final Map<String, Integer> visits = new ConcurrentHashMap<>();

    /** Counts one more and returns the count, from 1. */
    int next(String recipient) {
        return visits.merge(recipient, 1, Integer::sum);
    }
}
