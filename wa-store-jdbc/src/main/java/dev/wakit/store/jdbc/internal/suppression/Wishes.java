package dev.wakit.store.jdbc.internal.suppression;

import dev.wakit.campaign.consent.SuppressionScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of some people, by key. A person with several keys has the entries of all of them.
 *
 * <p>Immutable.
 */
public final class Wishes {

    private final Map<String, List<Entry>> entries;

    Wishes(Map<String, List<Entry>> entries) {
        this.entries = entries;
    }

    /**
     * What an entry holds back.
     *
     * @param until when it ends; the epoch if never
     */
    record Entry(SuppressionScope scope, Instant until) {}

    /** Whether none of these people has an entry. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether a person with these keys is not to get a message for good. */
    public boolean stop(Collection<String> keys, boolean marketing) {
        return keys.stream()
                .flatMap(key -> entries.getOrDefault(key, List.of()).stream())
                .anyMatch(entry -> entry.scope() == SuppressionScope.ALL
                        || marketing && entry.scope() == SuppressionScope.MARKETING);
    }

    /** Until when a person with these keys is not to get marketing, if that is after a time. */
    public Optional<Instant> quietUntil(Collection<String> keys, Instant now) {
        return keys.stream()
                .flatMap(key -> entries.getOrDefault(key, List.of()).stream())
                .filter(entry -> entry.scope() == SuppressionScope.MARKETING_FOR_NOW
                        && entry.until().isAfter(now))
                .map(Entry::until)
                .max(Instant::compareTo);
    }
}
