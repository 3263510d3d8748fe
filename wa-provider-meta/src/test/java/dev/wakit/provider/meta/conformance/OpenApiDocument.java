package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Meta's OpenAPI document with its mistakes corrected, and what it says about a call.
 *
 * <p>The document is {@value #FILE} in the directory that the system property {@value #PROPERTY} names, or else in
 * {@code ../shared/specs} beside the project. It is Meta's, so it is not part of the project.
 */
public final class OpenApiDocument {

    private static final String PROPERTY = "wakit.specs";
    private static final String FILE = "meta-business-messaging-v23.yaml";
    private static final String ADDRESS = "https://wakit.test/openapi.json";

    private final JsonNode root;
    private final Schema schemas;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        // The whole document as one schema, so that references lead to places in it.
        this.schemas = SchemaRegistry.withDialect(Dialects.getOpenApi31()).getSchema(SchemaLocation.of(ADDRESS), root);
    }

    /** The document as Meta wrote it. A test on a machine without it is skipped, and says so on the console and in its report. */
    public static OpenApiDocument require() {
        Path file = folder().resolve(FILE);
        if (!Files.exists(file)) {
            String reason = "SKIPPED: Meta's OpenAPI document " + FILE + " is not in " + folder()
                    + ", so nothing is compared with it. Name its directory with -D" + PROPERTY + "=/path.";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return read(file);
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

    private static OpenApiDocument read(Path file) {
        try {
            return new OpenApiDocument(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with corrections. */
    public OpenApiDocument with(List<Correction> corrections) {
        JsonNode corrected = root.deepCopy();
        corrections.forEach(correction -> correction.apply(corrected));
        return new OpenApiDocument(corrected);
    }

    /**
     * The corrections without which every call would be allowed just the same: the document was mended, or they were never
     * needed.
     */
    public List<Correction> unneeded(List<Correction> corrections, List<RecordedCall> calls) {
        return corrections.stream()
                .filter(correction -> {
                    OpenApiDocument without = with(corrections.stream()
                            .filter(other -> other != correction)
                            .toList());
                    return calls.stream()
                            .allMatch(call -> without.problems(call).isEmpty());
                })
                .toList();
    }

    /** What a call breaks, one sentence each; empty if the document allows it. */
    public List<String> problems(RecordedCall call) {
        List<Operation> operations = operations(call);
        if (operations.isEmpty()) {
            return List.of(call.method() + " " + call.path() + " is no operation of the document");
        }
        if (operations.size() > 1) {
            return List.of(call.method() + " " + call.path() + " may be any of "
                    + operations.stream().map(Operation::id).toList() + "; name one with as(...)");
        }
        return operations.get(0).problems(call);
    }

    /** Tells whether an operation has the method and the path of a call. */
    public boolean has(RecordedCall call) {
        return !operations(call).isEmpty();
    }

    /** The same document, in which the bodies of these operations have no fields but those that it declares. */
    public OpenApiDocument closed(Collection<String> operationIds) {
        JsonNode closed = root.deepCopy();
        var document = new OpenApiDocument(closed);
        operationIds.stream()
                .map(document::operation)
                .map(operation -> operation.appendProperty("requestBody"))
                .forEach(body -> document.close(document.follow(body).appendProperty("content")));
        return new OpenApiDocument(closed);
    }

    private void close(JsonPointer pointer) {
        JsonPointer target = follow(pointer);
        JsonNode node = root.at(target);
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            if (object.has("additionalProperties")) {
                return;
            }
            object.put("additionalProperties", false);
        }
        node.properties().forEach(field -> close(target.appendProperty(field.getKey())));
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            close(target.appendIndex(i));
        }
    }

    /** The ids of all operations. */
    public List<String> operationIds() {
        return operations()
                .map(pointer -> root.at(pointer).path("operationId").asText())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private JsonPointer operation(String id) {
        return operations()
                .filter(pointer -> root.at(pointer).path("operationId").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The document has no operation " + id));
    }

    private Stream<JsonPointer> operations() {
        JsonPointer paths = JsonPointer.compile("/paths");
        return root.at(paths).properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> paths.appendProperty(path.getKey()).appendProperty(method.getKey())));
    }

    private List<Operation> operations(RecordedCall call) {
        return root.path("paths").properties().stream()
                .filter(path -> Operation.fits(path.getKey(), call.path()))
                .map(path -> JsonPointer.empty().appendProperty("paths").appendProperty(path.getKey()))
                .map(path -> new Operation(this, path, call.method()))
                .filter(Operation::exists)
                .filter(operation ->
                        call.operation().isEmpty() || operation.id().equals(call.operation()))
                .toList();
    }

    /** The pointer, or the one that a {@code $ref} there leads to. */
    JsonPointer follow(JsonPointer pointer) {
        JsonNode reference = root.at(pointer).path("$ref");
        return reference.isTextual() ? JsonPointer.compile(reference.asText().substring(1)) : pointer;
    }

    /** The node at a pointer. */
    public JsonNode at(JsonPointer pointer) {
        return root.at(pointer);
    }

    /** The schema at a pointer. */
    Schema schema(JsonPointer pointer) {
        var path = new NodePath(PathType.JSON_POINTER);
        JsonNode node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            path = node.isArray() ? path.append(rest.getMatchingIndex()) : path.append(rest.getMatchingProperty());
            node = node.isArray() ? node.path(rest.getMatchingIndex()) : node.path(rest.getMatchingProperty());
        }
        return schemas.getRefSchema(path);
    }

    /** A number that was written in a URL; the text itself if it is none. */
    static JsonNode number(String text) {
        try {
            return DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return TextNode.valueOf(text);
        }
    }

    /** What an operation answers, by HTTP status; references are followed. */
    public JsonNode responses(String path, String method) {
        return responses(JsonPointer.compile("/paths").appendProperty(path).appendProperty(method));
    }

    /** What the operation with this id answers, by HTTP status; references are followed. */
    public JsonNode responses(String operationId) {
        return responses(operation(operationId));
    }

    private JsonNode responses(JsonPointer operation) {
        JsonPointer pointer = operation.appendProperty("responses");
        ObjectNode responses = JsonNodeFactory.instance.objectNode();
        root.at(pointer)
                .fieldNames()
                .forEachRemaining(status -> responses.set(status, root.at(follow(pointer.appendProperty(status)))));
        return responses;
    }

    /** The examples of a response in JSON, by their names; the one without a name is called "example". */
    public Map<String, JsonNode> examples(JsonNode response) {
        var examples = new LinkedHashMap<String, JsonNode>();
        JsonNode json = response.path("content").path("application/json");
        if (json.has("example")) {
            examples.put("example", json.path("example"));
        }
        json.path("examples")
                .properties()
                .forEach(example ->
                        examples.put(example.getKey(), example.getValue().path("value")));
        return examples;
    }
}
