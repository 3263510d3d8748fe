package dev.wakit.provider.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.commerce.catalog.BatchReceipt;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.commerce.catalog.BatchStatus;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ItemData;
import dev.wakit.commerce.catalog.ItemIssue;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes batches of changes, and reads what came of them. */
final class ItemsBatch {

    private static final String TYPE = "application/json";

    private ItemsBatch() {}

    /** The request, which counts as a file, so that it has the time that a transfer may take. */
    static HttpBody body(List<ItemChange> changes) {
        byte[] json = json(changes);
        return new HttpBody.Raw(
                new HttpBody.File("items.json", TYPE, json.length, () -> new ByteArrayInputStream(json)));
    }

    // Change by change, because the tree of 5,000 products is several times as large as its text.
    static byte[] json(List<ItemChange> changes) {
        boolean mayCreate = changes.stream().noneMatch(ItemChange.Update.class::isInstance);
        var out = new ByteArrayOutputStream();
        write(out, "{\"item_type\":\"PRODUCT_ITEM\",\"allow_upsert\":" + mayCreate + ",\"requests\":[");
        String separator = "";
        for (ItemChange change : changes) {
            write(out, separator);
            out.writeBytes(Json.write(request(change)));
            separator = ",";
        }
        write(out, "]}");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode request(ItemChange change) {
        ObjectNode request = Json.object().put("method", change instanceof ItemChange.Delete ? "DELETE" : "UPDATE");
        ObjectNode data = request.putObject("data").put("id", change.retailerId());
        data(change).ifPresent(given -> given.values().forEach((name, value) -> data.set(name, Json.tree(value))));
        return request;
    }

    private static Optional<ItemData> data(ItemChange change) {
        if (change instanceof ItemChange.Upsert upsert) {
            return Optional.of(upsert.data());
        }
        return change instanceof ItemChange.Update update ? Optional.of(update.data()) : Optional.empty();
    }

    static BatchReceipt receipt(JsonNode answer) {
        var errors = new ArrayList<ItemIssue>();
        var warnings = new ArrayList<ItemIssue>();
        for (JsonNode status : answer.path("validation_status")) {
            Optional<String> id = Json.text(status, "retailer_id");
            status.path("errors").forEach(error -> errors.add(issue(id, error)));
            status.path("warnings").forEach(warning -> warnings.add(issue(id, warning)));
        }
        JsonNode handle = answer.path("handles").path(0);
        return new BatchReceipt(handle.isTextual() ? Optional.of(handle.asText()) : Optional.empty(), errors, warnings);
    }

    /** The status of the first batch of an answer, in the list that the edge has; empty if there is none. */
    static Optional<BatchStatus> status(JsonNode answer) {
        JsonNode node = answer.path("data").path(0);
        return Json.text(node, "handle").map(handle -> {
            String word = Json.text(node, "status").orElse("");
            List<ItemIssue> errors = issues(node.path("errors"));
            List<ItemIssue> warnings = issues(node.path("warnings"));
            return new BatchStatus(
                    handle,
                    BatchState.from(word),
                    word,
                    errors,
                    Math.max(node.path("errors_total_count").asLong(0), errors.size()),
                    warnings,
                    Math.max(node.path("warnings_total_count").asLong(0), warnings.size()),
                    failed(node.path("ids_of_invalid_requests"), errors));
        });
    }

    /** The ids that Meta lists, and those that it names beside an error, each once. */
    private static List<String> failed(JsonNode ids, List<ItemIssue> errors) {
        var listed = new ArrayList<String>();
        ids.forEach(id -> listed.add(id.asText()));
        return Stream.concat(listed.stream(), errors.stream().flatMap(error -> error.retailerId().stream()))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
    }

    private static List<ItemIssue> issues(JsonNode list) {
        var issues = new ArrayList<ItemIssue>();
        list.forEach(node -> issues.add(issue(Json.text(node, "id").or(() -> Json.text(node, "retailer_id")), node)));
        return issues;
    }

    private static ItemIssue issue(Optional<String> retailerId, JsonNode node) {
        return new ItemIssue(retailerId, Json.text(node, "message").orElse(""));
    }
}
