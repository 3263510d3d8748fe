package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;

/** Tells the business what became of a template. */
public final class TemplateNews {

    private final Outlet outlet;

    public TemplateNews(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Posts a change. */
    @FunctionalInterface
    public interface Outlet {

        /** Posts the value of a field, signed. */
        void post(String field, ObjectNode value);
    }

    void status(StoredTemplate template, String event, String reason) {
        ObjectNode value = about(template).put("event", event).put("reason", reason);
        value.put("message_template_category", template.category());
        if (event.equals("REJECTED")) {
            value.putObject("rejection_info")
                    .put("reason", "The template was refused by the simulator.")
                    .put("recommendation", "Choose a name that does not ask for a refusal.");
        }
        outlet.post("message_template_status_update", value);
    }

    /** A pause, or its end, with Meta's title for it. */
    void pause(StoredTemplate template, String event, String title) {
        ObjectNode value = about(template).put("event", event).put("reason", "NONE");
        value.put("message_template_category", template.category());
        value.putObject("other_info").put("title", title).put("description", "The simulator was told so.");
        outlet.post("message_template_status_update", value);
    }

    void quality(StoredTemplate template, String before) {
        outlet.post(
                "message_template_quality_update",
                about(template).put("previous_quality_score", before).put("new_quality_score", template.quality()));
    }

    void category(StoredTemplate template, String before) {
        outlet.post(
                "template_category_update",
                about(template).put("previous_category", before).put("new_category", template.category()));
    }

    private static ObjectNode about(StoredTemplate template) {
        return Json.object()
                .put("message_template_id", Long.parseLong(template.id()))
                .put("message_template_name", template.name())
                .put("message_template_language", template.language());
    }
}
