package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * One place where Meta's document is wrong, or older than the facts page, and what it should say.
 *
 * @param reason what is wrong and how that is known
 * @param removals what is taken out
 * @param values what is put in or replaced
 * @param additions what is added to the end of a list
 */
public record Correction(
        String reason,
        List<JsonPointer> removals,
        Map<JsonPointer, JsonNode> values,
        Map<JsonPointer, JsonNode> additions) {

    /** The corrections of a file under {@code /conformance/}. */
    public static List<Correction> read(String file) {
        String resource = "/conformance/" + file;
        try (InputStream yaml = Objects.requireNonNull(Correction.class.getResourceAsStream(resource), resource)) {
            var corrections = new ArrayList<Correction>();
            new YAMLMapper().readTree(yaml).forEach(entry -> corrections.add(of(entry)));
            return List.copyOf(corrections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Correction of(JsonNode entry) {
        List<JsonPointer> removals = StreamSupport.stream(entry.path("remove").spliterator(), false)
                .map(pointer -> JsonPointer.compile(pointer.asText()))
                .toList();
        return new Correction(
                entry.required("reason").asText(), removals, byPointer(entry, "set"), byPointer(entry, "add"));
    }

    private static Map<JsonPointer, JsonNode> byPointer(JsonNode entry, String operation) {
        var changes = new LinkedHashMap<JsonPointer, JsonNode>();
        entry.path(operation)
                .properties()
                .forEach(change -> changes.put(JsonPointer.compile(change.getKey()), change.getValue()));
        return changes;
    }

    /** Corrects a document; a place that is not there is an error, because then the document has changed. */
    void apply(JsonNode document) {
        removals.forEach(pointer -> {
            existing(document, pointer);
            ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());
        });
        values.forEach((pointer, value) -> {
            JsonNode parent = existing(document, pointer.head());
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        });
        additions.forEach((pointer, more) -> more.forEach(((ArrayNode) existing(document, pointer))::add));
    }

    private JsonNode existing(JsonNode document, JsonPointer pointer) {
        JsonNode found = document.at(pointer);
        if (found.isMissingNode()) {
            throw new IllegalStateException("The document has no " + pointer + " any more: " + reason);
        }
        return found;
    }

    @Override
    public String toString() {
        return reason;
    }
}
