package dev.wakit.provider.meta.internal.template;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Templates that were read a short while ago.
 *
 * <p>A reading that began before something was evicted is not remembered, because it may show what was before the change.
 * Thread-safe.
 */
final class TemplateCache {

    private final Duration time;
    private final InstantSource clock;
    private final Object lock = new Object();
    private final Map<Key, Cached> templates = new HashMap<>();
    private long evictions;

    /**
     * A cache.
     *
     * @param time how long a template is remembered; zero for not at all
     */
    TemplateCache(Duration time, InstantSource clock) {
        this.time = time;
        this.clock = clock;
    }

    Optional<Template> get(TemplateName name, LanguageCode language) {
        synchronized (lock) {
            Cached cached = templates.get(new Key(name, language));
            return cached != null && clock.instant().isBefore(cached.until())
                    ? Optional.of(cached.template())
                    : Optional.empty();
        }
    }

    /** What a reading that begins now hands to {@link #put}. */
    long begin() {
        synchronized (lock) {
            return evictions;
        }
    }

    void put(List<Template> read, long begun) {
        synchronized (lock) {
            if (begun == evictions) {
                Instant until = clock.instant().plus(time);
                read.forEach(template ->
                        templates.put(new Key(template.name(), template.language()), new Cached(template, until)));
            }
        }
    }

    void evict(Predicate<Template> gone) {
        synchronized (lock) {
            evictions++;
            templates.values().removeIf(cached -> gone.test(cached.template()));
        }
    }

    private record Key(TemplateName name, LanguageCode language) {}

    private record Cached(Template template, Instant until) {}
}
