package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small library of templates that are approved beforehand. */
final class TemplateLibrary {

    private static final List<ObjectNode> ENTRIES = List.of(
            entry(
                    "delivery_update_1",
                    "DELIVERY_UPDATE",
                    "Your order is on its way",
                    "Hi {{1}}, your order {{2}} left our warehouse and should arrive on {{3}}. Follow it below.",
                    List.of("Pablo", "860198", "May 3"),
                    List.of("TEXT", "TEXT", "DATE"),
                    List.of(url("Track delivery"), phone("Call us"))),
            entry(
                    "delivery_confirmation_1",
                    "DELIVERY_CONFIRMATION",
                    "Your order has arrived",
                    "Hi {{1}}, we delivered your order {{2}}. Tell us if something is missing.",
                    List.of("Pablo", "860198"),
                    List.of("TEXT", "TEXT"),
                    List.of()),
            entry(
                    "payment_reminder_1",
                    "PAYMENT_REMINDER",
                    "A payment is due",
                    "Hello {{1}}, a payment of {{2}} is due on {{3}}. Please pay it in time.",
                    List.of("Pablo", "$ 12.50", "May 3"),
                    List.of("TEXT", "AMOUNT", "DATE"),
                    List.of(url("Pay now"))));

    private TemplateLibrary() {}

    private static ObjectNode entry(
            String name,
            String useCase,
            String header,
            String body,
            List<String> examples,
            List<String> types,
            List<ObjectNode> buttons) {
        ObjectNode entry =
                Json.object().put("name", name).put("language", "en_US").put("category", "UTILITY");
        entry.put("topic", useCase.startsWith("PAYMENT") ? "PAYMENTS" : "ORDER_MANAGEMENT")
                .put("usecase", useCase);
        entry.putArray("industry").add("E_COMMERCE");
        entry.put("header", header).put("body", body);
        ArrayNode params = entry.putArray("body_params");
        examples.forEach(params::add);
        ArrayNode paramTypes = entry.putArray("body_param_types");
        types.forEach(paramTypes::add);
        ArrayNode list = entry.putArray("buttons");
        buttons.forEach(list::add);
        return entry.put("id", TemplateRegistry.idOf("library " + name, "en_US"));
    }

    private static ObjectNode url(String text) {
        return Json.object().put("type", "URL").put("text", text).put("url", "https://www.example.com/");
    }

    private static ObjectNode phone(String text) {
        return Json.object().put("type", "PHONE_NUMBER").put("text", text).put("phone_number", "+16315551010");
    }

    /** The answer of the library edge. */
    static ObjectNode browse(Map<String, String> query) {
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        ENTRIES.stream().filter(entry -> matches(entry, query)).forEach(entry -> data.add(entry.deepCopy()));
        return answer;
    }

    private static boolean matches(JsonNode entry, Map<String, String> query) {
        return is(entry, query, "topic")
                && is(entry, query, "usecase")
                && is(entry, query, "language")
                && has(entry.path("industry").toString(), query.getOrDefault("industry", ""))
                && has(entry.toString(), query.getOrDefault("search", ""));
    }

    private static boolean is(JsonNode entry, Map<String, String> query, String field) {
        String wanted = query.getOrDefault(field, "");
        return wanted.isEmpty() || entry.path(field).asText().equalsIgnoreCase(wanted);
    }

    private static boolean has(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** The components of a template made from the library; refuses inputs that do not fit. */
    static ArrayNode components(JsonNode request) {
        String name = request.path("library_template_name").asText();
        String language = request.path("language").asText();
        ObjectNode entry = ENTRIES.stream()
                .filter(it -> it.path("name").asText().equals(name)
                        && it.path("language").asText().equals(language))
                .findFirst()
                .orElseThrow(() -> TemplateErrors.notFound(name + " (" + language + ") in the library"));
        ArrayNode components = Json.array();
        components
                .addObject()
                .put("type", "HEADER")
                .put("format", "TEXT")
                .put("text", entry.path("header").asText());
        ObjectNode body = components
                .addObject()
                .put("type", "BODY")
                .put("text", entry.path("body").asText());
        body.putObject("example")
                .putArray("body_text")
                .add(entry.path("body_params").deepCopy());
        JsonNode inputs = request.path("library_template_button_inputs");
        if (inputs.size() != entry.path("buttons").size()) {
            throw TemplateErrors.invalid("library_template_button_inputs must have "
                    + entry.path("buttons").size() + " elements");
        }
        if (!inputs.isEmpty()) {
            ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            for (int i = 0; i < inputs.size(); i++) {
                buttons.add(button((ObjectNode) entry.path("buttons").get(i), inputs.get(i)));
            }
        }
        return components;
    }

    private static ObjectNode button(ObjectNode button, JsonNode input) {
        String type = button.path("type").asText();
        if (!input.path("type").asText().equals(type)) {
            throw TemplateErrors.invalid("library_template_button_inputs: expected " + type);
        }
        ObjectNode copy = button.deepCopy();
        if (type.equals("URL")) {
            JsonNode url = input.path("url");
            copy.put("url", url.path("base_url").asText());
            if (url.has("url_suffix_example")) {
                copy.putArray("example").add(url.path("url_suffix_example").asText());
            }
        } else {
            copy.put("phone_number", input.path("phone_number").asText());
        }
        return copy;
    }
}
