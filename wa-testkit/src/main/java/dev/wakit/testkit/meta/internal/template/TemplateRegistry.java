package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Registered templates by name and language. Thread-safe. */
public final class TemplateRegistry {

    private final ConcurrentSkipListMap<String, SimulatedTemplate> templates = new ConcurrentSkipListMap<>();

    public TemplateRegistry(List<SimulatedTemplate> initial) {
        initial.forEach(this::put);
    }

    /** Registers the template, replacing the one of the same name and language. */
    public void put(SimulatedTemplate template) {
        templates.put(key(template.name(), template.language()), template);
    }

    public Optional<SimulatedTemplate> find(String name, String language) {
        return Optional.ofNullable(templates.get(key(name, language)));
    }

    public List<SimulatedTemplate> all() {
        return List.copyOf(templates.values());
    }

    /** Returns the id of a template: stable for its name and language, and shaped like Meta's. */
    public static String idOf(SimulatedTemplate template) {
        long hash = key(template.name(), template.language()).hashCode() & 0xffffffffL;
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
        SimulatedTemplate template =
                find(name, language).orElseThrow(() -> new Refusal(GraphErrors.unknownTemplate(name, language)));
        if (template.status().equals("PAUSED")) {
            throw new Refusal(GraphErrors.templatePaused(name, language));
        }
        if (!template.status().equals("APPROVED")) {
            throw new Refusal(GraphErrors.unknownTemplate(name, language));
        }
        new ComponentCheck(template, message.path("components")).run();
        return template;
    }

    private static String key(String name, String language) {
        return name + '\n' + language;
    }
}
