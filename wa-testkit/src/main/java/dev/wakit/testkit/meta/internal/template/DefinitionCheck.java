package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses what Meta refuses about the components of a new template. */
final class DefinitionCheck {

    private static final int MOST_BUTTONS = 10;
    private static final int MOST_HEADER = 60;
    private static final int MOST_BODY = 1024;
    private static final int MOST_FOOTER = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern HEADER_FORMATTING = Pattern.compile("[*~`\\n]");
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "GIF", "DOCUMENT");

    private DefinitionCheck() {}

    static void run(JsonNode components, String category) {
        if (!components.isArray() || components.isEmpty()) {
            throw TemplateErrors.incomplete("components must be a list with at least one element.");
        }
        boolean body = false;
        for (JsonNode component : components) {
            String type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            body |= type.equals("BODY");
            switch (type) {
                case "HEADER" -> header(component);
                case "BODY" -> body(component, category);
                case "FOOTER" -> footer(component, category);
                case "BUTTONS" -> buttons(component.path("buttons"));
                case "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST" -> {
                    // Their rules are not simulated.
                }
                default -> throw TemplateErrors.invalid("Param components has an unknown type: " + type);
            }
        }
        if (!body) {
            throw TemplateErrors.incomplete("A template needs a BODY.");
        }
    }

    private static void header(JsonNode header) {
        String format = header.path("format").asText("").toUpperCase(Locale.ROOT);
        if (MEDIA.contains(format)
                && header.at("/example/header_handle/0").asText("").isEmpty()) {
            throw TemplateErrors.incomplete("A header of format " + format + " needs example.header_handle.");
        }
        if (!format.equals("TEXT")) {
            return;
        }
        String text = header.path("text").asText("");
        limit("The header", text, MOST_HEADER);
        List<String> variables = Placeholders.in(text);
        if (text.isBlank()
                || variables.size() > 1
                || HEADER_FORMATTING.matcher(text).find()) {
            throw TemplateErrors.header("A header has a text without formatting and at most one variable.");
        }
        examples("header_text", header, variables.size());
    }

    private static void body(JsonNode body, String category) {
        String text = body.path("text").asText("").strip();
        if (category.equals("AUTHENTICATION") && text.isEmpty()) {
            return;
        }
        limit("The body", text, MOST_BODY);
        List<String> variables = Placeholders.in(text);
        if (text.isEmpty() || !isSequence(variables)) {
            throw TemplateErrors.body("A body has a text whose variables are numbered 1, 2, 3 or named.");
        }
        if (text.startsWith("{{") || text.endsWith("}}")) {
            throw TemplateErrors.edge();
        }
        long words =
                WORD.matcher(text.replaceAll("\\{\\{[^}]*}}", " ")).results().count();
        if (words < variables.size()) {
            throw TemplateErrors.ratio();
        }
        examples("body_text", body, variables.size());
    }

    private static boolean isSequence(List<String> variables) {
        boolean numbered = variables.stream().allMatch(it -> it.chars().allMatch(Character::isDigit));
        for (int number = 1; numbered && number <= variables.size(); number++) {
            if (!variables.contains(String.valueOf(number))) {
                return false;
            }
        }
        return true;
    }

    private static void footer(JsonNode footer, String category) {
        String text = footer.path("text").asText("");
        if (category.equals("AUTHENTICATION") && text.isEmpty()) {
            return;
        }
        limit("The footer", text, MOST_FOOTER);
        if (text.isBlank() || text.contains("{{")) {
            throw TemplateErrors.footer("A footer has a text without variables.");
        }
    }

    private static void buttons(JsonNode buttons) {
        if (buttons.size() > MOST_BUTTONS) {
            throw TemplateErrors.invalid("A template has at most " + MOST_BUTTONS + " buttons");
        }
        for (JsonNode button : buttons) {
            boolean variable = button.path("url").asText("").contains("{{");
            if (variable && button.path("example").path(0).asText("").isEmpty()) {
                throw TemplateErrors.incomplete("A URL button with a variable needs an example.");
            }
        }
    }

    private static void examples(String name, JsonNode component, int variables) {
        JsonNode example = component.path("example");
        JsonNode positional = example.path(name);
        int given = example.path(name + "_named_params").size()
                + (positional.path(0).isArray() ? positional.path(0).size() : positional.size());
        if (given < variables) {
            throw TemplateErrors.incomplete(
                    "example." + name + " has " + given + " values for " + variables + " variables.");
        }
    }

    private static void limit(String field, String text, int most) {
        if (text.length() > most) {
            throw TemplateErrors.tooLong(field, text.length(), most);
        }
    }
}
