package dev.wakit.campaign.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The distance between two messages of one sender to one person, whatever campaigns or tries they belong to. It remembers the
 * latest people only: whoever is forgotten was long ago, or the BSP says so. Belongs to the lane's thread.
 */
final class PairSpacing {

    private static final int MAX_PEOPLE = 20_000;

    private final long spacingNanos;
    private final Map<String, Long> freeAt = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_PEOPLE;
        }
    };

    PairSpacing(Duration spacing) {
        this.spacingNanos = spacing.toNanos();
    }

    /** How long the person has to wait; 0 if the turn was taken. */
    long tryTake(String person, long nowNanos) {
        if (spacingNanos == 0) {
            return 0;
        }
        Long free = freeAt.get(person);
        if (free != null && free - nowNanos > 0) {
            return free - nowNanos;
        }
        freeAt.remove(person);
        freeAt.put(person, nowNanos + spacingNanos);
        return 0;
    }

    int size() {
        return freeAt.size();
    }
}
