package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.meta.SimulatedBatch;
import dev.wakit.testkit.simulator.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A batch that was taken. Guarded by the store. */
final class Batch {

    /** Meta shows samples of errors and warnings. */
    private static final int SAMPLE = 20;

    final String handle;
    final String catalogId;
    final long number;
    final boolean mayCreate;
    final Set<MagicItem> magic;
    final Instant takenAt;
    final Instant dueAt;
    /** Whether a webhook tells that it is finished. */
    final boolean told;

    private final List<JsonNode> requests;
    private final List<Issue> errors = new ArrayList<>();
    private final List<Issue> warnings = new ArrayList<>();
    private String over = "";

    private record Issue(String retailerId, String message) {}

    Batch(
            String handle,
            String catalogId,
            long number,
            boolean mayCreate,
            List<JsonNode> requests,
            Set<MagicItem> magic,
            Instant takenAt,
            Instant dueAt,
            boolean told) {
        this.handle = handle;
        this.catalogId = catalogId;
        this.number = number;
        this.mayCreate = mayCreate;
        this.requests = List.copyOf(requests);
        this.magic = Set.copyOf(magic);
        this.takenAt = takenAt;
        this.dueAt = dueAt;
        this.told = told;
    }

    /** What is to be done: the first half of it where the batch breaks off. */
    List<JsonNode> work() {
        return magic.contains(MagicItem.BATCH_ERROR_ONCE) ? requests.subList(0, requests.size() / 2) : requests;
    }

    void error(String retailerId, String message) {
        errors.add(new Issue(retailerId, message));
    }

    void warning(String retailerId, String message) {
        warnings.add(new Issue(retailerId, message));
    }

    void end() {
        over = magic.contains(MagicItem.BATCH_ERROR_ONCE) ? "error" : "finished";
    }

    /** Whether all of it is done that ever will be. */
    boolean isOver() {
        return !over.isEmpty();
    }

    boolean isStuck() {
        return magic.contains(MagicItem.STUCK_ONCE);
    }

    String status(Instant now, boolean held) {
        if (isOver()) {
            return magic.contains(MagicItem.SILENT_ONCE) ? "started" : over;
        }
        if (isStuck()) {
            return "started";
        }
        Duration third = Duration.between(takenAt, dueAt).dividedBy(3);
        if (held || now.isBefore(takenAt.plus(third))) {
            return "scheduled";
        }
        return now.isBefore(dueAt.minus(third)) ? "dispatched" : "started";
    }

    ObjectNode json(Instant now, boolean held, boolean withIds) {
        ObjectNode node = Json.object().put("handle", handle).put("status", status(now, held));
        add(node, "errors", errors);
        add(node, "warnings", warnings);
        ArrayNode ids = node.putArray("ids_of_invalid_requests");
        if (withIds) {
            errors.stream().map(Issue::retailerId).distinct().forEach(ids::add);
        }
        return node;
    }

    private static void add(ObjectNode node, String name, List<Issue> issues) {
        ArrayNode sample = node.putArray(name);
        issues.stream()
                .limit(SAMPLE)
                .forEach(issue ->
                        sample.addObject().put("id", issue.retailerId()).put("message", issue.message()));
        node.put(name + "_total_count", issues.size());
    }

    SimulatedBatch view(Instant now, boolean held) {
        return new SimulatedBatch(
                handle,
                status(now, held),
                requests.stream().map(Batch::retailerId).toList(),
                takenAt,
                dueAt);
    }

    static String retailerId(JsonNode request) {
        return request.path("data").path("id").asText("");
    }
}
