package dev.wakit.testkit.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * One of Twilio's OpenAPI documents, and what it says about an answer.
 *
 * <p>The documents are in the directory that the system property {@value #PROPERTY} names, or else in {@code ../shared/specs}
 * beside the project. They are Twilio's, so they are not part of the project.
 */
final class OpenApi {

    private static final String PROPERTY = "wakit.specs";

    private final JsonNode root;
    private final Schema schemas;

    private OpenApi(JsonNode root) {
        this.root = root;
        // The whole document as one schema, so that references lead to places in it.
        this.schemas = SchemaRegistry.withDialect(Dialects.getOpenApi30())
                .getSchema(SchemaLocation.of("https://wakit.test/twilio.json"), root);
    }

    /** Reads a document. A test on a machine without it is skipped, and says so on the console and in its report. */
    static OpenApi require(String name) {
        String named = System.getProperty(PROPERTY);
        Path folder = named == null ? shared() : Path.of(named);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            String reason = "SKIPPED: Twilio's OpenAPI document " + name + " is not in " + folder
                    + ", so nothing is compared with it. Name its directory with -D" + PROPERTY + "=/path.";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        try {
            return new OpenApi(closed(new ObjectMapper().readTree(file.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path shared() {
        Path here = Path.of("").toAbsolutePath();
        Path project = Files.exists(here.resolve(".mvn")) ? here : here.getParent();
        return project.resolveSibling("shared").resolve("specs");
    }

    /** Lets resources have no fields but those that are declared, so that an invented field is a problem. */
    private static JsonNode closed(JsonNode root) {
        root.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getKey().startsWith("content.v1.")
                        || schema.getKey().equals("api.v2010.account.message"))
                .forEach(schema -> ((ObjectNode) schema.getValue()).put("additionalProperties", false));
        root.findParents("format").stream()
                .filter(node -> node.path("format").asText().equals("uri"))
                // a mistake of the documents: their own examples are relative
                .forEach(node -> ((ObjectNode) node).put("format", "uri-reference"));
        return root;
    }

    /** What an answer breaks, one sentence each; empty if the document allows it. */
    List<String> problems(String method, String path, TwilioClient.Answer answer) {
        String template = template(path);
        List<String> pointer =
                List.of("paths", template, method.toLowerCase(Locale.ROOT), "responses", "" + answer.status());
        JsonNode response = at(pointer);
        if (response.isMissingNode()) {
            return List.of(method + " " + template + " has no answer " + answer.status());
        }
        if (!response.has("content")) {
            return answer.body().isEmpty() ? List.of() : List.of(method + " " + template + " has no body");
        }
        List<String> body = new ArrayList<>(pointer);
        body.addAll(List.of("content", "application/json", "schema"));
        return schema(body).validate(answer.json()).stream()
                .map(error -> method + " " + template + " " + error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The fields that the document declares for a resource and the answer does not have. */
    List<String> missing(String resource, JsonNode answer) {
        Map<String, JsonNode> declared = new TreeMap<>();
        root.at("/components/schemas")
                .path(resource)
                .path("properties")
                .properties()
                .forEach(field -> declared.put(field.getKey(), field.getValue()));
        return declared.keySet().stream().filter(field -> !answer.has(field)).toList();
    }

    private String template(String path) {
        return root.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")))
                .min((one, other) -> Integer.compare(variables(one), variables(other)))
                .orElseThrow(() -> new AssertionError(path + " is no path of the document"));
    }

    private static int variables(String template) {
        return template.split("\\{", -1).length;
    }

    private JsonNode at(List<String> pointer) {
        JsonNode node = root;
        for (String part : pointer) {
            node = node.path(part);
        }
        return node;
    }

    private Schema schema(List<String> pointer) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        for (String part : pointer) {
            path = path.append(part);
        }
        return schemas.getRefSchema(path);
    }
}
