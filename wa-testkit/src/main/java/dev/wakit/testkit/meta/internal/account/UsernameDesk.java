package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Usernames: {@code taken} belongs to somebody else, all others are free. Thread-safe. */
final class UsernameDesk implements Desk {

    private static final String TAKEN = "taken";

    private final Map<String, String> names = new ConcurrentHashMap<>();

    @Override
    public Optional<Reply> answer(AccountCall call) {
        return switch (call.method() + " " + call.segment(1)) {
            case "GET username" -> Answers.of(describe(call.id()));
            case "POST username" -> set(call);
            case "DELETE username" -> delete(call);
            case "GET username_suggestions" -> Answers.of(suggestions());
            default -> Optional.empty();
        };
    }

    void describe(String id, ObjectNode node) {
        Optional.ofNullable(names.get(id)).ifPresent(name -> node.put("username", name));
    }

    private ObjectNode describe(String id) {
        return Optional.ofNullable(names.get(id))
                .map(name -> Json.object().put("username", name).put("status", "approved"))
                .orElseGet(() -> Json.object().put("status", "deleted"));
    }

    private Optional<Reply> set(AccountCall call) {
        String name = Answers.required(call, "username");
        if (name.equals(TAKEN)) {
            throw new Refusal(GraphErrors.account(147001, "The username is not available."));
        }
        boolean elsewhere = names.entrySet().stream()
                .anyMatch(other ->
                        other.getValue().equals(name) && !other.getKey().equals(call.id()));
        if (elsewhere && !call.text("transfer_action").equals("force_transfer")) {
            throw new Refusal(
                    GraphErrors.account(147005, "The username belongs to another phone number of the business."));
        }
        names.values().remove(name);
        names.put(call.id(), name);
        return Answers.of(Json.object().put("status", "approved"));
    }

    private Optional<Reply> delete(AccountCall call) {
        if (names.remove(call.id()) == null) {
            throw new Refusal(GraphErrors.invalidParameter("The phone number has no username"));
        }
        return Answers.success();
    }

    private static ObjectNode suggestions() {
        ObjectNode answer = Json.object();
        answer.putArray("data")
                .addObject()
                .putArray("username_suggestions")
                .add("wakit.simulator")
                .add("wakit_shop");
        return answer;
    }
}
