package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares the components of one message, or of one of its cards, with what the template wants. Not thread-safe. */
final class ComponentCheck {

    private static final Set<String> TEXT_TYPES = Set.of("text", "currency", "date_time");

    private final String where;
    private final MessageParts parts;
    private final JsonNode components;

    /**
     * A check that is still to run.
     *
     * @param where what stands before the names of components in refusals, such as "card 1 "; empty for the template itself
     * @param parts what a message fills
     * @param components what the message fills it with
     */
    ComponentCheck(String where, MessageParts parts, JsonNode components) {
        this.where = where;
        this.parts = parts;
        this.components = components;
    }

    void run() {
        checkHeader();
        checkTexts("body", parts.body());
        new ButtonCheck(where, parts, components).run();
    }

    private void checkHeader() {
        String format = parts.headerFormat();
        if (format.isEmpty() || format.equals("TEXT")) {
            checkTexts("header", parts.headerText());
            return;
        }
        String expected = format.toLowerCase(Locale.ROOT);
        JsonNode parameters = component("header").path("parameters");
        String received = parameters.path(0).path("type").asText("unknown");
        if (!received.equalsIgnoreCase(expected)) {
            throw new Refusal(GraphErrors.parameterFormat(where + "header: Format mismatch, expected " + format
                    + ", received " + received.toUpperCase(Locale.ROOT)));
        }
        JsonNode value = parameters.path(0).path(expected);
        if (expected.equals("product")) {
            requireText("header.product.product_retailer_id", value.path("product_retailer_id"));
            requireText("header.product.catalog_id", value.path("catalog_id"));
        } else if (!expected.equals("location") && !value.has("id") && !value.has("link")) {
            throw new Refusal(GraphErrors.missing(where + "header." + expected + ".id or link"));
        }
    }

    private void requireText(String field, JsonNode value) {
        if (value.asText("").isBlank()) {
            throw new Refusal(GraphErrors.missing(where + field));
        }
    }

    private void checkTexts(String component, String text) {
        List<String> expected = Placeholders.in(text);
        JsonNode parameters = component(component).path("parameters");
        if (parameters.size() != expected.size()) {
            throw new Refusal(GraphErrors.parameterCount(where + component, parameters.size(), expected.size()));
        }
        Set<String> open = new HashSet<>(expected);
        int position = 0;
        for (JsonNode parameter : parameters) {
            checkText(component, position++, parameter);
            checkName(component, parameter, open);
        }
    }

    private void checkText(String component, int position, JsonNode parameter) {
        String place = where + component + ": parameter " + position;
        String type = parameter.path("type").asText("");
        if (!TEXT_TYPES.contains(type)) {
            throw new Refusal(GraphErrors.parameterFormat(place + ": expected TEXT, received " + type));
        }
        String text = parameter.path("text").asText("");
        if (type.equals("text") && text.isEmpty()) {
            throw new Refusal(GraphErrors.missingDetails(place + " of type text is missing text value"));
        }
        if (text.contains("\n") || text.contains("\t") || text.contains("     ")) {
            throw new Refusal(GraphErrors.parameterInvalid(
                    place + ": text cannot have new-line/tab characters or more than 4 consecutive spaces"));
        }
    }

    private void checkName(String component, JsonNode parameter, Set<String> open) {
        JsonNode name = parameter.path("parameter_name");
        if (parts.isNamed() != name.isTextual()) {
            throw new Refusal(GraphErrors.parameterFormat(where + component + ": parameter_name is "
                    + (parts.isNamed() ? "required by a NAMED template" : "not allowed in a POSITIONAL template")));
        }
        if (parts.isNamed() && !open.remove(name.asText())) {
            throw new Refusal(GraphErrors.parameterInvalid(where + component + ": parameter_name '" + name.asText()
                    + "' is not in the template or given twice"));
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

    private static boolean isType(JsonNode component, String type) {
        return component.path("type").asText("").equalsIgnoreCase(type);
    }
}
