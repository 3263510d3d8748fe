package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One path and method of the document. */
final class Operation {

    private static final String VARIABLE = "\\{[^/]+}";
    private static final String VERSION = "{Version}";
    // Ids, here those of the examples, have digits and capitals, so that a word such as debug_token is none.
    private static final String ID = "[0-9A-Z]+";

    private final OpenApiDocument document;
    private final JsonPointer path;
    private final JsonPointer pointer;
    private final JsonNode node;

    Operation(OpenApiDocument document, JsonPointer path, String method) {
        this.document = document;
        this.path = path;
        this.pointer = path.appendProperty(method.toLowerCase(Locale.ROOT));
        this.node = document.at(pointer);
    }

    /** Tells whether a path such as {@code /v25.0/123/messages} fits a template such as {@code /{Version}/{Id}/messages}. */
    static boolean fits(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (expected.length != given.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!fitsPart(expected[i], given[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsPart(String expected, String given) {
        if (expected.equals(VERSION)) {
            return given.matches("v[0-9.]+");
        }
        return expected.matches(VARIABLE) ? given.matches(ID) : expected.equals(given);
    }

    boolean exists() {
        return node.isObject();
    }

    String id() {
        return node.path("operationId").asText();
    }

    List<String> problems(RecordedCall call) {
        var problems = new ArrayList<String>();
        checkQuery(call, problems);
        checkBody(call, problems);
        return List.copyOf(problems);
    }

    private void checkQuery(RecordedCall call, List<String> problems) {
        Map<String, JsonPointer> declared = queryParameters();
        declared.forEach((name, parameter) -> {
            String value = call.query().get(name);
            if (value != null) {
                check("query " + name, parameter.appendProperty("schema"), typed(value, parameter), problems);
            } else if (document.at(parameter).path("required").asBoolean()) {
                problems.add("query " + name + " is missing");
            }
        });
        call.query().keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .forEach(name -> problems.add("query " + name + " is not a parameter of " + id()));
    }

    private Map<String, JsonPointer> queryParameters() {
        var declared = new LinkedHashMap<String, JsonPointer>();
        for (JsonPointer owner : List.of(path, pointer)) {
            JsonPointer list = owner.appendProperty("parameters");
            for (int i = 0; i < document.at(list).size(); i++) {
                JsonPointer parameter = document.follow(list.appendIndex(i));
                if (document.at(parameter).path("in").asText().equals("query")) {
                    declared.put(document.at(parameter).path("name").asText(), parameter);
                }
            }
        }
        return declared;
    }

    private JsonNode typed(String value, JsonPointer parameter) {
        JsonNode schema = document.at(document.follow(parameter.appendProperty("schema")));
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> OpenApiDocument.number(value);
            case "boolean" -> BooleanNode.valueOf(Boolean.parseBoolean(value));
            default -> TextNode.valueOf(value);
        };
    }

    private void checkBody(RecordedCall call, List<String> problems) {
        JsonPointer body = document.follow(pointer.appendProperty("requestBody"));
        if (call.mediaType().isEmpty()) {
            if (document.at(body).path("required").asBoolean()) {
                problems.add("a body is missing");
            }
            return;
        }
        JsonPointer content = body.appendProperty("content").appendProperty(call.mediaType());
        if (document.at(content).isMissingNode()) {
            problems.add("a body of " + call.mediaType() + " is not allowed, only "
                    + document.at(body).path("content").properties());
            return;
        }
        check("body", content.appendProperty("schema"), call.body(), problems);
    }

    private void check(String part, JsonPointer schema, JsonNode value, List<String> problems) {
        for (Error error : document.schema(schema).validate(value)) {
            problems.add(part + " " + error.getInstanceLocation() + ": " + error.getMessage() + " ("
                    + error.getSchemaLocation() + ")");
        }
    }
}
