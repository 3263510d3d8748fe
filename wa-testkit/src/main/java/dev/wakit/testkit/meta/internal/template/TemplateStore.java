package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.TemplateRules;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.List;

/** Puts templates away, takes them back, and copies those of other accounts. Thread-safe: one call at a time. */
public final class TemplateStore {

    private static final int USUAL_COUNT = 500;

    private final TemplateRegistry registry;
    private final TemplateRules rules;
    private final TemplateNews news;

    public TemplateStore(TemplateRegistry registry, TemplateRules rules, TemplateNews news) {
        this.registry = registry;
        this.rules = rules;
        this.news = news;
    }

    /** Puts templates away or takes them back; those that it does not work for are named. */
    synchronized ObjectNode shelve(JsonNode request, boolean away) {
        ObjectNode answer = Json.object();
        ArrayNode done = answer.putArray(away ? "archived_templates" : "unarchived_templates");
        ArrayNode failed = answer.putArray("failed_templates");
        for (String id : TemplateDesk.ids(TemplateDesk.required(request, "hsm_ids"))) {
            registry.byId(id)
                    .filter(template -> template.status().equals("ARCHIVED") != away)
                    .ifPresentOrElse(
                            template -> {
                                StoredTemplate moved = template.with("status", away ? "ARCHIVED" : "APPROVED");
                                registry.put(moved);
                                news.status(moved, away ? "ARCHIVED" : "UNARCHIVED", "NONE");
                                done.add(id);
                            },
                            () -> failed.add(id));
        }
        return answer;
    }

    /** Copies the approved templates of another account that are not here yet. */
    synchronized ObjectNode migrate(JsonNode request) {
        List<SimulatedTemplate> templates = rules.otherAccounts().get(TemplateDesk.required(request, "source_waba_id"));
        if (templates == null) {
            throw TemplateErrors.invalid("Param source_waba_id is not an account that this one may copy from");
        }
        int count = request.path("count").asInt(USUAL_COUNT);
        ObjectNode answer = Json.object();
        ArrayNode migrated = answer.putArray("migrated_templates");
        ObjectNode failed = answer.putObject("failed_templates");
        templates.stream()
                .skip((long) request.path("page_number").asInt() * count)
                .limit(count)
                .forEach(template -> {
                    String id = TemplateRegistry.idOf(template.name(), template.language());
                    if (!template.status().equals("APPROVED")) {
                        failed.put(id, "Template is not approved");
                    } else if (registry.find(template.name(), template.language())
                            .isPresent()) {
                        failed.put(id, "Template exists already");
                    } else {
                        registry.put(template);
                        migrated.add(id);
                    }
                });
        return answer;
    }
}
