package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A template as the Graph API shows it, and when it was edited. Not changed after it was made.
 *
 * @param json every field that can be asked for
 * @param edits when it was edited while approved, oldest first
 */
public record StoredTemplate(ObjectNode json, List<Instant> edits) {

    public StoredTemplate {
        edits = List.copyOf(edits);
    }

    static StoredTemplate of(SimulatedTemplate template) {
        return new StoredTemplate(TemplateJson.of(template), List.of());
    }

    String id() {
        return text("id");
    }

    public String name() {
        return text("name");
    }

    public String language() {
        return text("language");
    }

    String status() {
        return text("status");
    }

    String category() {
        return text("category");
    }

    String quality() {
        return json.path("quality_score").path("score").asText("UNKNOWN");
    }

    private String text(String field) {
        return json.path(field).asText("");
    }

    boolean is(String name, String language) {
        return name().equals(name) && language().equals(language);
    }

    StoredTemplate with(String field, String value) {
        ObjectNode copy = json.deepCopy();
        copy.put(field, value);
        return new StoredTemplate(copy, edits);
    }

    StoredTemplate withQuality(String rating) {
        ObjectNode copy = json.deepCopy();
        copy.putObject("quality_score").put("score", rating);
        return new StoredTemplate(copy, edits);
    }

    StoredTemplate edited(ObjectNode changed, Instant when, boolean counted) {
        List<Instant> all = new ArrayList<>(edits);
        if (counted) {
            all.add(when);
        }
        return new StoredTemplate(changed, all);
    }

    /** What a message is compared with. */
    public SimulatedTemplate template() {
        return TemplateParser.template(json);
    }
}
