package dev.wakit.provider.twilio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * One of Twilio's OpenAPI documents, and what it says about a call.
 *
 * <p>The documents are in the directory that the system property {@value #PROPERTY} names, or else in {@code ../shared/specs} beside
 * the project. They are Twilio's, so they are not part of the project.
 */
final class TwilioDocument {

    private static final String PROPERTY = "wakit.specs";

    private final JsonNode root;

    private TwilioDocument(JsonNode root) {
        this.root = root;
    }

    /** A document. A test on a machine without it is skipped, and says so on the console and in its report. */
    static TwilioDocument require(String file) {
        Path path = folder().resolve(file);
        if (!Files.exists(path)) {
            String reason = "SKIPPED: Twilio's OpenAPI document " + file + " is not in " + folder()
                    + ", so nothing is compared with it. Name its directory with -D" + PROPERTY + "=/path.";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        try {
            return new TwilioDocument(new JsonMapper().readTree(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        Path project = Files.exists(here.resolve(".mvn")) ? here : here.getParent();
        return project.resolveSibling("shared").resolve("specs");
    }

    /** What a call breaks, one sentence each; empty if the document allows it. */
    List<String> problems(RecordedCall call) {
        JsonNode operation = operation(call.method(), call.path());
        if (operation.isMissingNode()) {
            return List.of(call.method() + " " + call.path() + " is no operation of the document");
        }
        var problems = new ArrayList<String>();
        query(call, operation, problems);
        JsonNode content = operation.path("requestBody").path("content");
        if (call.form().isEmpty() && call.json().isEmpty()) {
            if (!content.isMissingNode()) {
                problems.add("a body is missing");
            }
            return problems;
        }
        String mediaType = call.json().isPresent() ? "application/json" : "application/x-www-form-urlencoded";
        JsonNode schema = content.path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            problems.add("a body of " + mediaType + " is not allowed");
            return problems;
        }
        ObjectNode closed = closed(schema);
        validate("body", closed, call.json().orElseGet(() -> typed(call.form(), resolved(closed))), problems);
        return problems;
    }

    private void query(RecordedCall call, JsonNode operation, List<String> problems) {
        var declared = new LinkedHashMap<String, JsonNode>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                declared.put(parameter.path("name").asText(), parameter.path("schema"));
            }
        });
        call.query().forEach((name, value) -> {
            JsonNode schema = declared.get(name);
            if (schema == null) {
                problems.add("query " + name + " is not declared");
            } else {
                validate("query " + name, closed(schema), typed(value, schema), problems);
            }
        });
    }

    /** The node of an operation by a path with its variables filled. */
    JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> declared : root.path("paths").properties()) {
            String pattern = "\\Q" + declared.getKey().replaceAll("\\{[^/}]+}", "\\\\E[A-Za-z0-9]+\\\\Q") + "\\E";
            JsonNode operation = declared.getValue().path(method.toLowerCase(Locale.ROOT));
            if (path.matches(pattern) && operation.isObject()) {
                return operation;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    /** The examples of an answer, by name. */
    Map<String, JsonNode> examples(String method, String path, String status) {
        var examples = new LinkedHashMap<String, JsonNode>();
        operation(method, path)
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("examples")
                .properties()
                .forEach(it -> examples.put(it.getKey(), it.getValue().path("value")));
        return examples;
    }

    /** A schema with everything that it refers to, in which objects have no properties but those that are declared. */
    private ObjectNode closed(JsonNode schema) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.setAll((ObjectNode) close(schema.deepCopy()));
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        root.path("components")
                .path("schemas")
                .properties()
                .forEach(it -> schemas.set(it.getKey(), close(it.getValue().deepCopy())));
        return document;
    }

    private static JsonNode close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(TwilioDocument::close);
        return schema;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private JsonNode typed(List<Map.Entry<String, String>> form, JsonNode schema) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> field : form) {
            JsonNode property = resolved(schema.path("properties").path(field.getKey()));
            if (property.path("type").asText().equals("array")) {
                ArrayNode array = (ArrayNode) typed.withArray("/" + field.getKey());
                array.add(field.getValue());
            } else if (typed.has(field.getKey())) {
                typed.put(field.getKey() + " (twice)", field.getValue());
            } else {
                typed.set(field.getKey(), typed(field.getValue(), property));
            }
        }
        return typed;
    }

    private static JsonNode typed(String value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" ->
                value.matches("-?[0-9]+") ? LongNode.valueOf(Long.parseLong(value)) : TextNode.valueOf(value);
            case "boolean" ->
                value.matches("true|false") ? BooleanNode.valueOf(value.equals("true")) : TextNode.valueOf(value);
            default -> TextNode.valueOf(value);
        };
    }

    private static void validate(String part, JsonNode schema, JsonNode value, List<String> problems) {
        Schema compiled = SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(schema);
        for (Error error : compiled.validate(value)) {
            problems.add(part + " " + error.getInstanceLocation() + ": " + error.getMessage());
        }
    }
}
