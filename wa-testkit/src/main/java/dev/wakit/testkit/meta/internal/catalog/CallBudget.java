package dev.wakit.testkit.meta.internal.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often catalogs were called, and how often they may be in an hour. Thread-safe. */
final class CallBudget {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final InstantSource clock;
    private final CatalogRules rules;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Deque<Instant>> recent = new HashMap<>();

    CallBudget(InstantSource clock, CatalogRules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    synchronized long count(String edge) {
        return counts.getOrDefault(edge, 0L);
    }

    /** Counts a call, and tells whether the catalog takes it in this hour. */
    synchronized boolean admits(String catalogId, String edge, boolean batch) {
        counts.merge(edge, 1L, Long::sum);
        int most = rules.callsPerHour(batch);
        if (most == 0) {
            return true;
        }
        Instant now = clock.instant();
        Deque<Instant> taken = recent.computeIfAbsent(catalogId + "/" + batch, it -> new ArrayDeque<>());
        while (!taken.isEmpty() && !taken.peek().isAfter(now.minus(WINDOW))) {
            taken.remove();
        }
        if (taken.size() >= most) {
            return false;
        }
        taken.add(now);
        return true;
    }
}
