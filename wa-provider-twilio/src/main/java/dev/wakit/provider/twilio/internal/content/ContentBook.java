package dev.wakit.provider.twilio.internal.content;

import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.TwilioContents;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which Content a template is, remembered for a while.
 *
 * <p>A template is found by an explicit mapping, by its name at WhatsApp, by the name of Twilio's console, or by the SID in lower case.
 * Of several with the same name the approved one is taken. One that is not approved is remembered for a minute at most, and so is
 * that there is none; what a reading saw that began before something was evicted is not remembered. Thread-safe.
 */
public final class ContentBook {

    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final String SID = "hx[0-9a-f]{32}";

    private final TwilioContents contents;
    private final Map<TemplateKey, ContentSid> mapped;
    private final Duration time;
    private final InstantSource clock;
    private final Object lock = new Object();
    private final Object loading = new Object();
    private final Map<TemplateKey, Remembered> known = new HashMap<>();
    private long evictions;

    /**
     * A book.
     *
     * @param mapped the Contents of templates that are named otherwise at Twilio
     * @param time how long an approved one is remembered; zero for not at all
     */
    public ContentBook(
            TwilioContents contents, Map<TemplateKey, ContentSid> mapped, Duration time, InstantSource clock) {
        this.contents = contents;
        this.mapped = Map.copyOf(mapped);
        this.time = time;
        this.clock = clock;
    }

    /** A template as messages name it. */
    public record TemplateKey(TemplateName name, LanguageCode language) {}

    /** A Content and what it takes. */
    record Known(Content content, Shape shape) {

        static Known of(Content content) {
            return new Known(content, Shape.of(content));
        }

        TemplateStatus status() {
            return ContentBook.status(content);
        }

        Template template(TemplateKey key) {
            return TemplateMapper.template(content, shape, key.name(), key.language());
        }
    }

    /** What is remembered: the Content, that there is none, or nothing at all. */
    Optional<Optional<Known>> remembered(TemplateKey key) {
        synchronized (lock) {
            Remembered before = known.get(key);
            return before != null && clock.instant().isBefore(before.until())
                    ? Optional.of(before.known())
                    : Optional.empty();
        }
    }

    /** The Content of a template; asks Twilio if it is not remembered, one caller at a time. */
    Optional<Known> find(TemplateKey key) {
        Optional<Optional<Known>> before = remembered(key);
        if (before.isPresent()) {
            return before.get();
        }
        synchronized (loading) {
            return remembered(key).orElseGet(() -> read(key));
        }
    }

    private Optional<Known> read(TemplateKey key) {
        long begun = begin();
        Optional<ContentSid> sid = Optional.ofNullable(mapped.get(key)).or(() -> ofName(key.name()));
        if (sid.isPresent()) {
            Optional<Known> found = contents.get(sid.get()).map(Known::of);
            remember(key, found, begun);
            return found;
        }
        List<Content> all = contents.list();
        put(all, begun);
        Optional<Known> found = all.stream()
                .filter(content -> isNamed(content, key))
                .min(bestFor(key))
                .map(Known::of);
        if (found.isEmpty()) {
            remember(key, found, begun);
        }
        return found;
    }

    private static Optional<ContentSid> ofName(TemplateName name) {
        return name.value().matches(SID)
                ? Optional.of(ContentSid.of("HX" + name.value().substring(2)))
                : Optional.empty();
    }

    /** What a reading that begins now hands to {@link #put}. */
    long begin() {
        synchronized (lock) {
            return evictions;
        }
    }

    /** Remembers what a listing said, under every name of each Content. */
    void put(List<Content> read, long begun) {
        var best = new HashMap<TemplateKey, Content>();
        for (Content content : read) {
            for (TemplateKey key : keys(content)) {
                best.merge(key, content, (a, b) -> bestFor(key).compare(a, b) <= 0 ? a : b);
            }
        }
        best.forEach((key, content) -> {
            if (!mapped.containsKey(key)) {
                remember(key, Optional.of(Known.of(content)), begun);
            }
        });
    }

    private void remember(TemplateKey key, Optional<Known> found, long begun) {
        synchronized (lock) {
            if (begun == evictions) {
                boolean approved = found.filter(it -> it.status().isSendable()).isPresent();
                Duration forHow = approved || time.compareTo(SHORT) < 0 ? time : SHORT;
                known.put(key, new Remembered(found, clock.instant().plus(forHow)));
            }
        }
    }

    void evict(Predicate<TemplateKey> gone) {
        synchronized (lock) {
            evictions++;
            known.keySet().removeIf(gone);
        }
    }

    /** The templates that a Content is. */
    static Set<TemplateKey> keys(Content content) {
        var keys = new HashSet<TemplateKey>();
        TemplateMapper.language(content)
                .ifPresent(language ->
                        TemplateMapper.names(content).forEach(name -> keys.add(new TemplateKey(name, language))));
        return keys;
    }

    private static boolean isNamed(Content content, TemplateKey key) {
        return keys(content).contains(key);
    }

    // The name at WhatsApp counts more than the one of the console, and approval more than either.
    private static Comparator<Content> bestFor(TemplateKey key) {
        return Comparator.comparing((Content content) -> !status(content).isSendable())
                .thenComparing(content -> TemplateMapper.names(content).indexOf(key.name()));
    }

    private static TemplateStatus status(Content content) {
        return content.approval().orElse(ContentApproval.NONE).status();
    }

    /** For a sentence: the template in words. */
    static String words(TemplateKey key) {
        return String.format(Locale.ROOT, "Template '%s' in %s", key.name(), key.language());
    }

    private record Remembered(Optional<Known> known, Instant until) {}
}
