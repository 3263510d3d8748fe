package dev.wakit.provider.meta.internal.template;

import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphRequest;
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

    private final GraphApi api;
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
    public MetaTemplates(GraphApi api, String account, Duration cacheTime, InstantSource clock) {
        this.api = api;
        this.account = account;
        this.cacheTime = cacheTime;
        this.clock = clock;
    }

    @Override
    public List<Template> list() {
        return remember(read(Map.of()));
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
        return remember(read(Map.of("name", name.value()))).stream()
                .filter(template -> Key.of(template).equals(key))
                .findFirst();
    }

    private List<Template> read(Map<String, String> filter) {
        var query = new HashMap<>(filter);
        query.put("fields", FIELDS);
        query.put("limit", PAGE_SIZE);
        return api.list(new GraphRequest(List.of(account, "message_templates"), query), TemplateReader::read);
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
