package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
            case "HEADER" -> {
                if (text.isEmpty()) {
                    builder.headerFormat(component.path("format").asText(""));
                } else {
                    builder.header(text);
                }
            }
            case "BODY" -> builder.body(text);
            case "FOOTER" -> builder.footer(text);
            case "BUTTONS" -> buttons(component).forEach(builder::addButton);
            case "CAROUSEL" -> component.path("cards").forEach(card -> builder.addCard(card(card.path("components"))));
            case "LIMITED_TIME_OFFER" ->
                builder.offerEnds(component
                        .path("limited_time_offer")
                        .path("has_expiration")
                        .asBoolean());
            default -> {
                // Call permissions have no parameters.
            }
        }
    }

    private static List<SimulatedTemplate.Button> buttons(JsonNode component) {
        var buttons = new ArrayList<SimulatedTemplate.Button>();
        for (JsonNode button : component.path("buttons")) {
            buttons.add(new SimulatedTemplate.Button(
                    button.path("type").asText(""),
                    button.path("text").asText(""),
                    button.path("url").asText("")));
        }
        return buttons;
    }

    private static SimulatedTemplate.Card card(JsonNode components) {
        String format = "";
        String body = "";
        List<SimulatedTemplate.Button> buttons = List.of();
        for (JsonNode component : components) {
            switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
                case "HEADER" -> format = component.path("format").asText("").toUpperCase(Locale.ROOT);
                case "BODY" -> body = component.path("text").asText("");
                case "BUTTONS" -> buttons = buttons(component);
                default -> {
                    // A card has nothing else.
                }
            }
        }
        return new SimulatedTemplate.Card(format, body, buttons);
    }
}
