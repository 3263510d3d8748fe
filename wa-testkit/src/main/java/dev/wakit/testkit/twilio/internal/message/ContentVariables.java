package dev.wakit.testkit.twilio.internal.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The parameter {@code ContentVariables}: a JSON object of texts. */
final class ContentVariables {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\n\\r\\t]| {5}");

    private ContentVariables() {}

    /** Returns the values by name; none for an empty parameter. */
    static Map<String, String> parse(String text) {
        Map<String, String> values = new TreeMap<>();
        if (text.isEmpty()) {
            return values;
        }
        JsonNode node = Json.parse(text.getBytes(StandardCharsets.UTF_8));
        if (!node.isObject()) {
            throw new TwilioRefusal(TwilioErrors.invalidVariables());
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String value = entry.getValue().asText();
            if (!entry.getValue().isTextual() || FORBIDDEN.matcher(value).find()) {
                throw new TwilioRefusal(TwilioErrors.invalidVariables());
            }
            values.put(entry.getKey(), value);
        }
        return values;
    }
}
