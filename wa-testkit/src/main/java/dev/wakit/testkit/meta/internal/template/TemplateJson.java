package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.List;

/** A template as the template edge of the Graph API returns it. */
final class TemplateJson {

    private TemplateJson() {}

    static ObjectNode of(SimulatedTemplate template) {
        ObjectNode node = Json.object();
        node.put("name", template.name());
        node.put("parameter_format", template.isNamed() ? "NAMED" : "POSITIONAL");
        node.set("components", components(template));
        node.put("language", template.language());
        node.put("status", template.status());
        node.put("category", template.category().name());
        node.putObject("quality_score").put("score", "GREEN");
        node.put("id", TemplateRegistry.idOf(template.name(), template.language()));
        return node;
    }

    private static ArrayNode components(SimulatedTemplate template) {
        ArrayNode components = Json.array();
        if (!template.headerFormat().isEmpty()) {
            ObjectNode header = components.addObject().put("type", "HEADER").put("format", template.headerFormat());
            if (!template.headerText().isEmpty()) {
                header.put("text", template.headerText());
                addExamples(header, "header_text", template.headerText(), template.isNamed());
            }
        }
        if (!template.body().isEmpty()) {
            ObjectNode body = components.addObject().put("type", "BODY").put("text", template.body());
            addExamples(body, "body_text", template.body(), template.isNamed());
        }
        if (!template.footer().isEmpty()) {
            components.addObject().put("type", "FOOTER").put("text", template.footer());
        }
        if (!template.buttons().isEmpty()) {
            ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            template.buttons().forEach(button -> buttons.add(button(button)));
        }
        return components;
    }

    private static ObjectNode button(SimulatedTemplate.Button button) {
        ObjectNode node = Json.object().put("type", button.type()).put("text", button.text());
        if (!button.url().isEmpty()) {
            node.put("url", button.url());
        }
        if (button.takesParameter()) {
            node.putArray("example").add(button.url().replaceAll("\\{\\{.*", "example"));
        }
        return node;
    }

    /** Adds the examples Meta stores with a component, under {@code name} or {@code name_named_params}. */
    private static void addExamples(ObjectNode component, String name, String text, boolean named) {
        List<String> placeholders = Placeholders.in(text);
        if (placeholders.isEmpty()) {
            return;
        }
        ObjectNode example = component.putObject("example");
        if (named) {
            ArrayNode params = example.putArray(name + "_named_params");
            placeholders.forEach(it -> params.addObject().put("param_name", it).put("example", "sample"));
            return;
        }
        ArrayNode values = example.putArray(name);
        ArrayNode target = name.startsWith("body") ? values.addArray() : values;
        placeholders.forEach(it -> target.add("sample " + it));
    }
}
