package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Registered templates by name and language. Thread-safe. */
public final class TemplateRegistry {

    private final ConcurrentSkipListMap<String, StoredTemplate> templates = new ConcurrentSkipListMap<>();

    public TemplateRegistry(List<SimulatedTemplate> initial) {
        initial.forEach(this::put);
    }

    /** Registers the template, replacing the one of the same name and language. */
    public void put(SimulatedTemplate template) {
        put(StoredTemplate.of(template));
    }

    void put(StoredTemplate template) {
        templates.put(key(template.name(), template.language()), template);
    }

    /** Changes a template if it is there, and returns what it is now. */
    Optional<StoredTemplate> update(String name, String language, UnaryOperator<StoredTemplate> change) {
        return Optional.ofNullable(
                templates.computeIfPresent(key(name, language), (key, present) -> change.apply(present)));
    }

    /** Removes templates, and returns them. */
    List<StoredTemplate> remove(Predicate<StoredTemplate> gone) {
        List<StoredTemplate> removed = templates.values().stream().filter(gone).toList();
        removed.forEach(template -> templates.remove(key(template.name(), template.language())));
        return removed;
    }

    public Optional<StoredTemplate> find(String name, String language) {
        return Optional.ofNullable(templates.get(key(name, language)));
    }

    /** Finds a template by its id. */
    public Optional<StoredTemplate> byId(String id) {
        return templates.values().stream()
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    public List<StoredTemplate> all() {
        return List.copyOf(templates.values());
    }

    /** Returns the id of a template: stable for its name and language, and shaped like Meta's. */
    static String idOf(String name, String language) {
        long hash = key(name, language).hashCode() & 0xffffffffL;
        return Long.toString(100_000_000_000_000L + hash * 7919);
    }

    /** Checks the {@code template} object of a message; refuses what Meta would refuse. */
    public SimulatedTemplate check(JsonNode message) {
        String name = message.path("name").asText("");
        String language = message.path("language").path("code").asText("");
        if (name.isEmpty()) {
            throw new Refusal(GraphErrors.missing("template.name"));
        }
        if (language.isEmpty()) {
            throw new Refusal(GraphErrors.missing("template.language.code"));
        }
        SimulatedTemplate template = find(name, language)
                .map(StoredTemplate::template)
                .orElseThrow(() -> new Refusal(GraphErrors.unknownTemplate(name, language)));
        if (template.status().equals("PAUSED")) {
            throw new Refusal(GraphErrors.templatePaused(name, language));
        }
        if (template.status().equals("DISABLED")) {
            throw new Refusal(GraphErrors.templateDisabled(name, language));
        }
        if (!template.status().equals("APPROVED")) {
            throw new Refusal(GraphErrors.unknownTemplate(name, language));
        }
        new ComponentCheck("", MessageParts.of(template), message.path("components")).run();
        new CarouselCheck(template, message.path("components")).run();
        return template;
    }

    private static String key(String name, String language) {
        return name + '\n' + language;
    }
}
