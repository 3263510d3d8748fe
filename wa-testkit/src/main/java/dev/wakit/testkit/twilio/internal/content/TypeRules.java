package dev.wakit.testkit.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.util.List;
import java.util.Map;

/** The content types and the fields that each must have. */
final class TypeRules {

    private static final int MOST_ITEMS = 10;

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("twilio/text", List.of("body")),
            Map.entry("twilio/media", List.of("media")),
            Map.entry("twilio/location", List.of("latitude", "longitude")),
            Map.entry("twilio/quick-reply", List.of("body", "actions")),
            Map.entry("twilio/call-to-action", List.of("body", "actions")),
            Map.entry("twilio/list-picker", List.of("body", "button", "items")),
            Map.entry("twilio/card", List.of()),
            Map.entry("whatsapp/card", List.of("body")),
            Map.entry("twilio/carousel", List.of("body", "cards")),
            Map.entry("twilio/catalog", List.of("body")),
            Map.entry("whatsapp/authentication", List.of("actions")),
            Map.entry("whatsapp/flows", List.of("body", "button_text", "flow_id")),
            Map.entry("twilio/flows", List.of("body", "button_text", "pages", "type")),
            Map.entry("twilio/schedule", List.of("id", "title", "timeSlots")));

    private TypeRules() {}

    static void check(JsonNode types) {
        types.properties().forEach(type -> check(type.getKey(), type.getValue()));
    }

    private static void check(String type, JsonNode fields) {
        List<String> required = REQUIRED.get(type);
        if (required == null) {
            throw new TwilioRefusal(TwilioErrors.content(92008, "Unsupported Content Type: " + type));
        }
        for (String field : required) {
            JsonNode value = fields.path(field);
            if (value.isMissingNode()
                    || value.isNull()
                    || (value.isTextual() && value.asText().isBlank())) {
                throw new TwilioRefusal(TwilioErrors.parameter(type + ": the field '" + field + "' is required"));
            }
        }
        atMostTen(type, "items", fields);
        atMostTen(type, "cards", fields);
    }

    private static void atMostTen(String type, String field, JsonNode fields) {
        if (fields.path(field).size() > MOST_ITEMS) {
            throw new TwilioRefusal(TwilioErrors.parameter(type + ": at most 10 " + field + " are allowed"));
        }
    }
}
