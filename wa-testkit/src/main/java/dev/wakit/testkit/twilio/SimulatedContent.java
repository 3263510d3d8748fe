package dev.wakit.testkit.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A content, Twilio's word for a template, that the simulator knows from the start. Immutable.
 *
 * <pre>{@code
 * SimulatedContent.text("order_update", "en", "Hi {{1}}, order {{2}} is on its way.").approved("UTILITY");
 * }</pre>
 *
 * @since 0.1
 */
public final class SimulatedContent {

    private final String friendlyName;
    private final String language;
    private final ObjectNode types;
    private final Map<String, String> variables;
    private final String category;

    private SimulatedContent(
            String friendlyName, String language, ObjectNode types, Map<String, String> variables, String category) {
        this.friendlyName = Objects.requireNonNull(friendlyName, "friendlyName");
        this.language = Objects.requireNonNull(language, "language");
        this.types = types;
        this.variables = Map.copyOf(variables);
        this.category = category;
    }

    /** Returns a content of the type {@code twilio/text}, not handed in for approval. */
    public static SimulatedContent text(String friendlyName, String language, String body) {
        ObjectNode types = Json.object();
        types.putObject("twilio/text").put("body", body);
        return new SimulatedContent(friendlyName, language, types, Map.of(), "");
    }

    /**
     * Returns a content of any types, not handed in for approval.
     *
     * @param types a JSON object with one field for each type, such as {@code {"twilio/text":{"body":"Hi"}}}
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static SimulatedContent of(String friendlyName, String language, String types) {
        JsonNode node = Json.parse(types.getBytes(StandardCharsets.UTF_8));
        if (!(node instanceof ObjectNode object) || object.isEmpty()) {
            throw new IllegalArgumentException(
                    "The types of a content are a JSON object such as {\"twilio/text\":{\"body\":\"Hi\"}}.");
        }
        return new SimulatedContent(friendlyName, language, object, Map.of(), "");
    }

    /** Returns the same content with samples, which Twilio sends in place of variables that a message does not bring. */
    public SimulatedContent samples(Map<String, String> samples) {
        return new SimulatedContent(friendlyName, language, types, samples, category);
    }

    /** Returns the same content, approved for WhatsApp as {@code UTILITY}, {@code MARKETING} or {@code AUTHENTICATION}. */
    public SimulatedContent approved(String approvedCategory) {
        return new SimulatedContent(
                friendlyName, language, types, variables, Objects.requireNonNull(approvedCategory, "category"));
    }

    /** Returns the name that only the business sees. */
    public String friendlyName() {
        return friendlyName;
    }

    /** Returns the language code, such as {@code en}. */
    public String language() {
        return language;
    }

    /** Returns the samples by the name of their variable. */
    public Map<String, String> samples() {
        return new TreeMap<>(variables);
    }

    /** Returns the category it is approved in; empty when it was not handed in. */
    public String category() {
        return category;
    }

    /** Returns the types as JSON. */
    public String types() {
        return types.toString();
    }

    @Override
    public String toString() {
        return "SimulatedContent[" + friendlyName + " " + language + (category.isEmpty() ? "]" : ", " + category + "]");
    }
}
