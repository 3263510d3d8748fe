package dev.wakit.provider.twilio.internal.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which sends were not in the list, so that one look alone never proves an absence.
 *
 * <p>Twilio's list may lag behind for some seconds. Bounded; what is forgotten costs one more look. Thread-safe.
 */
final class Absences {

    private static final int MOST = 20_000;
    private static final Duration APART = Duration.ofSeconds(30);

    private final Map<String, Instant> first = new LinkedHashMap<>();

    /** Notes that a send was not there, and tells whether it was not there half a minute ago either. */
    synchronized boolean confirm(String ref, Instant now) {
        Instant before = first.putIfAbsent(ref, now);
        if (first.size() > MOST) {
            first.remove(first.keySet().iterator().next());
        }
        return before != null && !now.isBefore(before.plus(APART));
    }

    /** Forgets a send that was there. */
    synchronized void forget(String ref) {
        first.remove(ref);
    }
}
