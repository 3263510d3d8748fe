package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.RequestRefusedException;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;
import dev.wakit.provider.meta.internal.json.Json;
import dev.wakit.provider.meta.internal.template.ManagementCalls.CursorExpiredException;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The templates of one WhatsApp business account.
 *
 * <p>Templates that were found are remembered for a while; that one is missing is not, since it may be created at any time.
 * Thread-safe.
 */
public final class MetaTemplates implements TemplateGateway {

    private static final String FIELDS = "id,name,language,status,category,parameter_format,components";
    private static final String PAGE_SIZE = "100";

    private final ManagementCalls calls;
    private final String account;
    private final Duration cacheTime;
    private final InstantSource clock;
    private final ConcurrentMap<Key, Cached> cache = new ConcurrentHashMap<>();

    /**
     * A gateway.
     *
     * @param account the id of the WhatsApp business account
     * @param cacheTime how long a template that was found is remembered; zero for not at all
     */
    public MetaTemplates(
            GraphTransport transport, ErrorPolicy errors, String account, Duration cacheTime, InstantSource clock) {
        this.calls = new ManagementCalls(transport, errors);
        this.account = account;
        this.cacheTime = cacheTime;
        this.clock = clock;
    }

    @Override
    public List<Template> list() {
        return remember(listFromFirstPage(Map.of()));
    }

    @Override
    public Optional<Template> find(TemplateName name, LanguageCode language) {
        var key = new Key(name, language);
        Cached cached = cache.get(key);
        if (cached != null && clock.instant().isBefore(cached.until())) {
            return Optional.of(cached.template());
        }
        cache.remove(key);
        // Meta's filter also finds longer names that contain this one.
        return remember(listFromFirstPage(Map.of("name", name.value()))).stream()
                .filter(template -> Key.of(template).equals(key))
                .findFirst();
    }

    private List<Template> listFromFirstPage(Map<String, String> filter) {
        try {
            return readPages(filter);
        } catch (CursorExpiredException firstTime) {
            return readPagesAgain(filter);
        }
    }

    private List<Template> readPagesAgain(Map<String, String> filter) {
        try {
            return readPages(filter);
        } catch (CursorExpiredException secondTime) {
            throw new RequestRefusedException(
                    "Meta's page pointers expire before they can be used (131059). List the templates later.");
        }
    }

    private List<Template> readPages(Map<String, String> filter) {
        var templates = new ArrayList<Template>();
        var seen = new HashSet<String>();
        Optional<String> after = Optional.empty();
        do {
            JsonNode page = calls.get(page(filter, after));
            page.path("data").forEach(node -> TemplateReader.read(node).ifPresent(templates::add));
            // The last page also names a cursor, so only "next" tells that there is more; a cursor seen before would
            // never end.
            after = Json.text(page, "paging", "next")
                    .flatMap(next -> Json.text(page, "paging", "cursors", "after"))
                    .filter(seen::add);
        } while (after.isPresent());
        return List.copyOf(templates);
    }

    private GraphRequest page(Map<String, String> filter, Optional<String> after) {
        var query = new HashMap<>(filter);
        query.put("fields", FIELDS);
        query.put("limit", PAGE_SIZE);
        after.ifPresent(cursor -> query.put("after", cursor));
        return new GraphRequest(List.of(account, "message_templates"), query);
    }

    private List<Template> remember(List<Template> templates) {
        Instant until = clock.instant().plus(cacheTime);
        templates.forEach(template -> cache.put(Key.of(template), new Cached(template, until)));
        return templates;
    }

    private record Key(TemplateName name, LanguageCode language) {

        static Key of(Template template) {
            return new Key(template.name(), template.language());
        }
    }

    private record Cached(Template template, Instant until) {}
}
