package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares the components of one message with the template it names. Not thread-safe. */
final class ComponentCheck {

    private static final Set<String> TEXT_TYPES = Set.of("text", "currency", "date_time");

    private final SimulatedTemplate template;
    private final JsonNode components;

    ComponentCheck(SimulatedTemplate template, JsonNode components) {
        this.template = template;
        this.components = components;
    }

    void run() {
        checkHeader();
        checkTexts("body", template.body());
        checkButtons();
    }

    private void checkHeader() {
        String format = template.headerFormat();
        if (format.isEmpty() || format.equals("TEXT")) {
            checkTexts("header", template.headerText());
            return;
        }
        String expected = format.toLowerCase(Locale.ROOT);
        JsonNode parameters = component("header").path("parameters");
        String received = parameters.path(0).path("type").asText("unknown");
        if (!received.equalsIgnoreCase(expected)) {
            throw new Refusal(GraphErrors.parameterFormat(
                    "header: Format mismatch, expected " + format + ", received " + received.toUpperCase(Locale.ROOT)));
        }
        JsonNode media = parameters.path(0).path(expected);
        if (!expected.equals("location") && !media.has("id") && !media.has("link")) {
            throw new Refusal(GraphErrors.missing("header." + expected + ".id or link"));
        }
    }

    private void checkTexts(String component, String text) {
        List<String> expected = Placeholders.in(text);
        JsonNode parameters = component(component).path("parameters");
        if (parameters.size() != expected.size()) {
            throw new Refusal(GraphErrors.parameterCount(component, parameters.size(), expected.size()));
        }
        Set<String> open = new HashSet<>(expected);
        int position = 0;
        for (JsonNode parameter : parameters) {
            checkText(component, position++, parameter);
            checkName(component, parameter, open);
        }
    }

    private static void checkText(String component, int position, JsonNode parameter) {
        String where = component + ": parameter " + position;
        String type = parameter.path("type").asText("");
        if (!TEXT_TYPES.contains(type)) {
            throw new Refusal(GraphErrors.parameterFormat(where + ": expected TEXT, received " + type));
        }
        String text = parameter.path("text").asText("");
        if (type.equals("text") && text.isEmpty()) {
            throw new Refusal(GraphErrors.missingDetails(where + " of type text is missing text value"));
        }
        if (text.contains("\n") || text.contains("\t") || text.contains("     ")) {
            throw new Refusal(GraphErrors.parameterInvalid(
                    where + ": text cannot have new-line/tab characters or more than 4 consecutive spaces"));
        }
    }

    private void checkName(String component, JsonNode parameter, Set<String> open) {
        JsonNode name = parameter.path("parameter_name");
        if (template.isNamed() != name.isTextual()) {
            throw new Refusal(GraphErrors.parameterFormat(component + ": parameter_name is "
                    + (template.isNamed() ? "required by a NAMED template" : "not allowed in a POSITIONAL template")));
        }
        if (template.isNamed() && !open.remove(name.asText())) {
            throw new Refusal(GraphErrors.parameterInvalid(
                    component + ": parameter_name '" + name.asText() + "' is not in the template or given twice"));
        }
    }

    private void checkButtons() {
        List<SimulatedTemplate.Button> buttons = template.buttons();
        for (JsonNode component : components) {
            if (isType(component, "button")) {
                checkButtonExists(component, buttons);
            }
        }
        for (int index = 0; index < buttons.size(); index++) {
            if (buttons.get(index).takesParameter()
                    && !button(index).path("parameters").path(0).path("text").isTextual()) {
                throw new Refusal(GraphErrors.missingDetails(
                        "buttons: Button at index " + index + " of type Url requires a parameter"));
            }
        }
    }

    private static void checkButtonExists(JsonNode component, List<SimulatedTemplate.Button> buttons) {
        int index = component.path("index").asInt(-1);
        String type = component.path("sub_type").asText("");
        if (index < 0 || index >= buttons.size()) {
            throw new Refusal(GraphErrors.parameterInvalid("buttons: the template has no button at index " + index));
        }
        if (!buttons.get(index).type().equalsIgnoreCase(type)) {
            throw new Refusal(GraphErrors.parameterFormat("buttons: Button at index " + index + " is of type "
                    + buttons.get(index).type() + ", received " + type));
        }
    }

    private JsonNode component(String type) {
        for (JsonNode component : components) {
            if (isType(component, type)) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode button(int index) {
        for (JsonNode component : components) {
            if (isType(component, "button") && component.path("index").asInt(-1) == index) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isType(JsonNode component, String type) {
        return component.path("type").asText("").equalsIgnoreCase(type);
    }
}
