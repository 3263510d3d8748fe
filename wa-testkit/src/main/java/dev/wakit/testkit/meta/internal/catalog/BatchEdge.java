package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.meta.internal.account.AccountCall;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Takes batches, or refuses or loses them. Thread-safe. */
final class BatchEdge {

    private static final int MOST_ITEMS = 5_000;
    private static final int MOST_BYTES = 28 * 1024 * 1024;
    private static final int LONGEST_ID = 100;
    private static final Set<String> METHODS = Set.of("CREATE", "UPDATE", "DELETE");

    private final CatalogStore store;
    private final CatalogRules rules;
    private final Dice dice;
    private final AtomicLong taken = new AtomicLong();

    BatchEdge(CatalogStore store, CatalogRules rules, Dice dice) {
        this.store = store;
        this.rules = rules;
        this.dice = dice;
    }

    Reply take(String catalogId, AccountCall call, long bytes) {
        List<JsonNode> requests = check(call.body(), bytes);
        Set<MagicItem> happens =
                store.meet(requests.stream().map(Batch::retailerId).toList());
        if (happens.contains(MagicItem.RATE_LIMITED_ONCE)) {
            throw CatalogErrors.tooManyBatches();
        }
        if (happens.contains(MagicItem.SERVER_ERROR_ONCE)) {
            throw new Refusal(GraphErrors.serviceDown().withStatus(500));
        }
        if (happens.contains(MagicItem.RESET_ONCE)) {
            return new Reply.Hangup();
        }
        ObjectNode answer = Json.object();
        ArrayNode handles = answer.putArray("handles");
        List<JsonNode> accepted = accepted(requests, answer.putArray("validation_status"));
        if (!accepted.isEmpty()) {
            boolean mayCreate = call.body().path("allow_upsert").asBoolean(true);
            handles.add(store.take(catalogId, accepted, mayCreate, happens));
        }
        return visible(Reply.json(answer), happens);
    }

    private Reply visible(Reply.Complete answer, Set<MagicItem> happens) {
        double lost = rules.switches().lostResponses();
        if (happens.contains(MagicItem.LOST_ANSWER_ONCE)
                || dice.hits(lost, "lost batch", "", taken.incrementAndGet())) {
            return new Reply.Hangup();
        }
        return happens.contains(MagicItem.TRUNCATED_ANSWER_ONCE)
                ? new Reply.Truncated(answer.status(), answer.contentType(), answer.body())
                : answer;
    }

    private static List<JsonNode> check(JsonNode body, long bytes) {
        if (bytes > MOST_BYTES) {
            throw CatalogErrors.tooLarge();
        }
        if (!body.path("item_type").asText("").equals("PRODUCT_ITEM")) {
            throw CatalogErrors.required("item_type");
        }
        JsonNode requests = body.path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw CatalogErrors.required("requests");
        }
        if (requests.size() > MOST_ITEMS) {
            throw CatalogErrors.invalid("Param requests must have at most " + MOST_ITEMS + " elements");
        }
        var all = new ArrayList<JsonNode>();
        for (JsonNode request : requests) {
            if (!METHODS.contains(request.path("method").asText(""))
                    || !request.path("data").isObject()) {
                throw CatalogErrors.invalid("Param requests must have a method and data in every element");
            }
            all.add(request);
        }
        return all;
    }

    /** The changes without those that are refused at once, which are told with the reason. */
    private List<JsonNode> accepted(List<JsonNode> requests, ArrayNode refused) {
        var accepted = new ArrayList<JsonNode>();
        for (JsonNode request : requests) {
            String id = Batch.retailerId(request);
            if (id.isBlank() || id.length() > LONGEST_ID || store.magic(id) == MagicItem.REFUSED) {
                ObjectNode status = refused.addObject().put("retailer_id", id);
                status.putArray("errors").addObject().put("message", "The id or a field of the product is not valid.");
                status.putArray("warnings");
            } else {
                accepted.add(request);
            }
        }
        return accepted;
    }
}
