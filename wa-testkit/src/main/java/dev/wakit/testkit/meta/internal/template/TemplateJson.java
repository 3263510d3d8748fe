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
        if (template.offerEnds()) {
            components
                    .addObject()
                    .put("type", "LIMITED_TIME_OFFER")
                    .putObject("limited_time_offer")
                    .put("text", "Offer")
                    .put("has_expiration", true);
        }
        buttons(components, template.buttons());
        if (!template.cards().isEmpty()) {
            ArrayNode cards = components.addObject().put("type", "CAROUSEL").putArray("cards");
            template.cards().forEach(card -> card(cards.addObject().putArray("components"), card, template.isNamed()));
        }
        return components;
    }

    private static void buttons(ArrayNode components, List<SimulatedTemplate.Button> buttons) {
        if (!buttons.isEmpty()) {
            ArrayNode array = components.addObject().put("type", "BUTTONS").putArray("buttons");
            buttons.forEach(button -> array.add(button(button)));
        }
    }

    private static void card(ArrayNode components, SimulatedTemplate.Card card, boolean named) {
        components.addObject().put("type", "HEADER").put("format", card.headerFormat());
        if (!card.body().isEmpty()) {
            ObjectNode body = components.addObject().put("type", "BODY").put("text", card.body());
            addExamples(body, "body_text", card.body(), named);
        }
        buttons(components, card.buttons());
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
