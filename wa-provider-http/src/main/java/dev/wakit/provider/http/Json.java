package dev.wakit.provider.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON trees, read under limits: 64 levels, 4 MiB, and numbers kept as they were written.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Json {

    /** The longest document that is parsed. The longest known is a webhook of Meta with 3 MB. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_BYTES)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** A new object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The tree of a document, or empty if it is not one JSON value within the limits. */
    public static Optional<JsonNode> parse(byte[] document) {
        // Jackson checks the document length only where it refills a buffer, which it never does for an array.
        if (document.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(document)).filter(tree -> !tree.isMissingNode());
        } catch (IOException | NumberFormatException unreadable) {
            // The latter is how Jackson refuses a number whose exponent no number has.
            return Optional.empty();
        }
    }

    /** A tree as UTF-8; half a surrogate pair becomes a question mark. */
    public static byte[] write(JsonNode tree) {
        try {
            // By way of a string: writing bytes directly fails on half an emoji, which a shortened name may end with.
            return MAPPER.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value of maps, lists, strings, numbers and booleans as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The string or number at a path of field names, as text; empty if absent, blank or of another type. */
    public static Optional<String> text(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        boolean readable = found.isTextual() || found.isIntegralNumber();
        return readable ? Optional.of(found.asText()).filter(text -> !text.isBlank()) : Optional.empty();
    }
}
