package dev.wakit.provider.meta.cloud;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.inbound.TemplateComponentsChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.inbound.UnknownEvent;
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
 *
 * @since 0.1
 */
public final class TemplateCache {

    private static final String TEMPLATE_FIELD = "template_";

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
    public TemplateCache(Duration time, InstantSource clock) {
        this.time = time;
        this.clock = clock;
    }

    /** What is remembered of a template, unless that is too long ago. */
    public Optional<Template> get(TemplateName name, LanguageCode language) {
        synchronized (lock) {
            Cached cached = templates.get(new Key(name, language));
            return cached != null && clock.instant().isBefore(cached.until())
                    ? Optional.of(cached.template())
                    : Optional.empty();
        }
    }

    /** What a reading that begins now hands to {@link #put}. */
    public long begin() {
        synchronized (lock) {
            return evictions;
        }
    }

    /**
     * Remembers templates.
     *
     * @param read what was read
     * @param begun what {@link #begin} said before the reading
     */
    public void put(List<Template> read, long begun) {
        synchronized (lock) {
            if (begun == evictions) {
                Instant until = clock.instant().plus(time);
                read.forEach(template ->
                        templates.put(new Key(template.name(), template.language()), new Cached(template, until)));
            }
        }
    }

    /** Forgets templates. */
    public void evict(Predicate<Template> gone) {
        synchronized (lock) {
            evictions++;
            templates.values().removeIf(cached -> gone.test(cached.template()));
        }
    }

    /** Forgets one template. */
    public void evict(TemplateName name, LanguageCode language) {
        evict(template -> template.name().equals(name) && template.language().equals(language));
    }

    /** Forgets what an event says has changed. Never blocks. */
    public void refresh(InboundEvent event) {
        if (event instanceof TemplateStatusChanged changed) {
            evict(changed.name(), changed.language());
        } else if (event instanceof TemplateQualityChanged changed) {
            evict(changed.name(), changed.language());
        } else if (event instanceof TemplateCategoryChanged changed) {
            evict(changed.name(), changed.language());
        } else if (event instanceof TemplateComponentsChanged changed) {
            evict(changed.name(), changed.language());
        } else if (event instanceof UnknownEvent unknown && unknown.name().contains(TEMPLATE_FIELD)) {
            // Something changed about some template, in words that this version does not know.
            evict(template -> true);
        }
    }

    private record Key(TemplateName name, LanguageCode language) {}

    private record Cached(Template template, Instant until) {}
}
