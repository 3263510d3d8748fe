package dev.wakit.provider.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Texts of JSON objects, of which those that are absent are empty. */
final class Texts {

    private Texts() {}

    static String of(JsonNode node, String... path) {
        return Json.text(node, path).orElse("");
    }

    static List<String> list(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    static BigDecimal decimal(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isTextual() ? new BigDecimal(value.asText().strip()) : BigDecimal.ZERO;
        } catch (NumberFormatException notANumber) {
            return BigDecimal.ZERO;
        }
    }

    static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    static void put(ObjectNode node, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = node.putArray(field);
            texts.forEach(array::add);
        }
    }
}
