package dev.wakit.provider.dialog360.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.TemplateException;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall.Method;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.cloud.CloudApi;
import dev.wakit.provider.meta.cloud.CloudTemplates;
import dev.wakit.provider.meta.cloud.TemplateCache;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplatePage;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The templates of one number's account, listed by offset and filtered here, since 360dialog documents no filters.
 *
 * <p>What was found is remembered for a while. Thread-safe.
 */
public final class Dialog360Templates implements TemplateGateway {

    private static final List<String> PATH = List.of("v1", "configs", "templates");
    private static final int LARGEST_PAGE = 1000;

    /** Words of 360dialog's own for a template that Meta has not decided about. */
    private static final Set<String> WAITING = Set.of("created", "submitted");

    private final CloudApi api;
    private final TemplateCache cache;
    private final boolean categoryMayChange;

    /**
     * A gateway.
     *
     * @param categoryMayChange whether Meta may give a new template another category instead of refusing it
     */
    public Dialog360Templates(CloudApi api, TemplateCache cache, boolean categoryMayChange) {
        this.api = api;
        this.cache = cache;
        this.categoryMayChange = categoryMayChange;
    }

    @Override
    public List<Template> list(TemplateQuery query) {
        var all = new ArrayList<Template>();
        int size = query.name().isPresent() ? LARGEST_PAGE : query.pageSize();
        Optional<Integer> next = Optional.of(offset(query));
        while (next.isPresent()) {
            Slice slice = read(next.get(), size);
            all.addAll(slice.templates());
            next = slice.next();
        }
        return all.stream().filter(template -> Filters.pass(query, template)).toList();
    }

    @Override
    public TemplatePage page(TemplateQuery query) {
        Slice slice = read(offset(query), query.pageSize());
        return new TemplatePage(
                slice.templates().stream()
                        .filter(template -> Filters.pass(query, template))
                        .toList(),
                slice.next().map(String::valueOf));
    }

    private static int offset(TemplateQuery query) {
        String pointer = query.after().orElse("0");
        try {
            return Integer.parseUnsignedInt(pointer);
        } catch (NumberFormatException notOurs) {
            throw new IllegalArgumentException(
                    "'" + pointer + "' is no pointer of 360dialog's pages. Pass what TemplatePage.next() says.");
        }
    }

    private Slice read(int offset, int size) {
        long begun = cache.begin();
        JsonNode page = api.call(
                Method.GET,
                PATH,
                Map.of("limit", String.valueOf(size), "offset", String.valueOf(offset)),
                HttpBody.none());
        JsonNode nodes = page.path("waba_templates");
        if (!nodes.isArray()) {
            throw new ProviderUnavailableException(
                    "360dialog's answer holds no list of templates. Check the address of the API, and try again later.");
        }
        var templates = new ArrayList<Template>();
        nodes.forEach(node -> CloudTemplates.read(understood(node)).ifPresent(templates::add));
        cache.put(templates, begun);
        int end = offset + nodes.size();
        boolean more = !nodes.isEmpty() && page.path("total").asInt(nodes.size() < size ? end : end + 1) > end;
        return new Slice(List.copyOf(templates), more ? Optional.of(end) : Optional.empty());
    }

    private static JsonNode understood(JsonNode node) {
        if (node instanceof ObjectNode template && WAITING.contains(word(node))) {
            return template.deepCopy().put("status", TemplateStatus.PENDING.name());
        }
        return node;
    }

    private static String word(JsonNode node) {
        return Json.text(node, "status").orElse("").toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Template> find(TemplateName name, LanguageCode language) {
        return cache.get(name, language)
                .or(() -> list(TemplateQuery.builder()
                                .name(name)
                                .language(language)
                                .build())
                        .stream()
                        .findFirst());
    }

    @Override
    public Optional<Template> get(String id) {
        return list(TemplateQuery.builder().pageSize(LARGEST_PAGE).build()).stream()
                .filter(template -> template.id().filter(id::equals).isPresent())
                .findFirst();
    }

    @Override
    public TemplateReceipt create(TemplateDefinition definition) {
        ObjectNode body = CloudTemplates.write(definition).put("allow_category_change", categoryMayChange);
        try {
            JsonNode answer = understood(api.call(Method.POST, PATH, Map.of(), HttpBody.json(body)));
            return new TemplateReceipt(
                    Json.text(answer, "id").orElse(""),
                    TemplateStatus.from(Json.text(answer, "status").orElse(TemplateStatus.PENDING.name())),
                    TemplateCategory.from(Json.text(answer, "category").orElse("")));
        } finally {
            evict(definition.name(), definition.language());
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws TemplateException always, since 360dialog documents no way to edit a template
     */
    @Override
    public void edit(String id, TemplateEdit edit) {
        throw new TemplateException("360dialog offers no way to edit a template over its API, so nothing was changed."
                + " Edit it in the 360dialog Hub, or create another one with another name.");
    }

    @Override
    public void delete(TemplateName name) {
        var path = new ArrayList<>(PATH);
        path.add(name.value());
        try {
            api.call(Method.DELETE, path, Map.of(), HttpBody.none());
        } finally {
            cache.evict(template -> template.name().equals(name));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws TemplateException also if the template has other languages, which 360dialog would delete with it
     */
    @Override
    public void delete(TemplateName name, LanguageCode language) {
        List<LanguageCode> languages = list(TemplateQuery.builder().name(name).build()).stream()
                .map(Template::language)
                .toList();
        if (!languages.contains(language)) {
            throw new TemplateException("The account has no template '" + name + "' in " + language
                    + ". List the templates to see which languages it has.");
        }
        if (languages.size() > 1) {
            throw new TemplateException("Template '" + name + "' has the languages " + languages
                    + ", and 360dialog deletes all of them at once, so nothing was deleted. Call delete(name) if that is"
                    + " meant, or delete one language in WhatsApp Manager.");
        }
        delete(name);
    }

    @Override
    public void evict(TemplateName name, LanguageCode language) {
        cache.evict(name, language);
    }

    @Override
    public void refresh(InboundEvent event) {
        cache.refresh(event);
    }

    private record Slice(List<Template> templates, Optional<Integer> next) {}
}
