package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.SimulatedTemplate;

/** Reads the template of its JSON; parts that messages are not compared with are left out. */
final class TemplateParser {

    private TemplateParser() {}

    static SimulatedTemplate template(JsonNode json) {
        SimulatedTemplate.Builder builder = SimulatedTemplate.builder(
                        json.path("name").asText(),
                        json.path("language").asText(),
                        SimulatedTemplate.Category.valueOf(json.path("category").asText()))
                .status(json.path("status").asText());
        for (JsonNode component : json.path("components")) {
            add(component, builder);
        }
        return builder.build();
    }

    private static void add(JsonNode component, SimulatedTemplate.Builder builder) {
        String text = component.path("text").asText("");
        switch (component.path("type").asText("").toUpperCase(java.util.Locale.ROOT)) {
            case "HEADER" -> {
                if (text.isEmpty()) {
                    builder.headerFormat(component.path("format").asText(""));
                } else {
                    builder.header(text);
                }
            }
            case "BODY" -> builder.body(text);
            case "FOOTER" -> builder.footer(text);
            case "BUTTONS" ->
                component
                        .path("buttons")
                        .forEach(button -> builder.addButton(new SimulatedTemplate.Button(
                                button.path("type").asText(""),
                                button.path("text").asText(""),
                                button.path("url").asText(""))));
            default -> {
                // Carousels, offers and call permissions have no parameters that are compared.
            }
        }
    }
}
