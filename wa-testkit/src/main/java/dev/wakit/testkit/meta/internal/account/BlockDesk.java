package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.reply.TraceIds;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The block list of each number: only who wrote in the last 24 hours can be blocked. Thread-safe. */
public final class BlockDesk implements Desk {

    private static final String EDGE = "block_users";
    private static final Duration WINDOW = Duration.ofHours(24);

    private final InstantSource clock;
    private final TraceIds traces;
    private final Map<String, Set<String>> blocked = new ConcurrentHashMap<>();
    private final Map<String, Instant> wrote = new ConcurrentHashMap<>();

    BlockDesk(InstantSource clock, TraceIds traces) {
        this.clock = clock;
        this.traces = traces;
    }

    /** Notes that a person, known by digits, wrote to a number. */
    public void wrote(String phoneNumberId, String from) {
        wrote.put(phoneNumberId + "/" + from, clock.instant());
    }

    @Override
    public Optional<Reply> answer(AccountCall call) {
        if (!call.isOf(EDGE)) {
            return Optional.empty();
        }
        return switch (call.method()) {
            case "GET" -> Answers.of(list(call.id()));
            case "POST" -> Optional.of(change(call, true));
            case "DELETE" -> Optional.of(change(call, false));
            default -> Optional.empty();
        };
    }

    private Set<String> of(String id) {
        return blocked.computeIfAbsent(id, any -> new ConcurrentSkipListSet<>());
    }

    private ObjectNode list(String id) {
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        of(id).forEach(person ->
                data.addObject().put("messaging_product", "whatsapp").put("wa_id", person));
        return answer;
    }

    private Reply change(AccountCall call, boolean block) {
        Answers.requireProduct(call);
        if (call.body().path(EDGE).isEmpty()) {
            throw new Refusal(GraphErrors.required(EDGE));
        }
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        ObjectNode result = answer.putObject(EDGE);
        for (JsonNode user : call.body().path(EDGE)) {
            String input = user.path("user").asText(user.path("user_id").asText(""));
            String person = input.startsWith("+") ? input.substring(1) : input;
            if (!block || isRecent(call.id(), person)) {
                boolean unused =
                        block ? of(call.id()).add(person) : of(call.id()).remove(person);
                describe(
                        result.withArray(block ? "added_users" : "removed_users")
                                .addObject(),
                        input,
                        person);
            } else {
                fail(describe(result.withArray("failed_users").addObject(), input, person));
            }
        }
        if (result.has("failed_users")) {
            answer.setAll(GraphErrors.account(
                            139100, "Failed to block some users, see the block_users response list for details")
                    .envelope(traces.next()));
            return Reply.json(400, answer);
        }
        return Reply.json(answer);
    }

    private boolean isRecent(String id, String person) {
        return Optional.ofNullable(wrote.get(id + "/" + person))
                .filter(at -> at.plus(WINDOW).isAfter(clock.instant()))
                .isPresent();
    }

    private static ObjectNode describe(ObjectNode node, String input, String person) {
        return node.put("input", input).put("wa_id", person);
    }

    private static void fail(ObjectNode node) {
        ObjectNode error = node.putArray("errors").addObject();
        error.put("message", "Re-engagement required").put("code", 131047);
        error.putObject("error_data").put("details", "The user has not messaged this number in the last 24 hours.");
    }
}
