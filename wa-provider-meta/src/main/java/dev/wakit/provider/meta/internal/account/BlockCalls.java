package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.WhatsAppException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.error.ProviderError;
import dev.wakit.internal.Check;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.BlockFailure;
import dev.wakit.provider.meta.account.BlockList;
import dev.wakit.provider.meta.account.BlockResult;
import dev.wakit.provider.meta.account.BlockedPerson;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The block list, over Graph; see meta-cloud-api 12.3. */
final class BlockCalls implements BlockList {

    private static final String EDGE = "block_users";
    private static final String PAGE = "1000";

    private final GraphApi api;

    BlockCalls(GraphApi api) {
        this.api = api;
    }

    @Override
    public BlockResult block(SenderId sender, List<Recipient> people) {
        return change(GraphCall.post(edge(sender), body(people)));
    }

    @Override
    public BlockResult unblock(SenderId sender, List<Recipient> people) {
        return change(GraphCall.delete(edge(sender)).with(body(people)));
    }

    @Override
    public List<BlockedPerson> list(SenderId sender) {
        return api.list(
                new GraphRequest(edge(sender).path(), Map.of("limit", PAGE)),
                node -> Optional.of(person(node))
                        .filter(it -> it.waId().isPresent() || it.bsuid().isPresent()));
    }

    // When some could not be blocked, Meta answers with HTTP 400 and an error, next to what became of each.
    private BlockResult change(GraphCall call) {
        HttpAnswer answer = api.answer(call);
        return Optional.of(answer)
                .filter(HttpAnswer.Response.class::isInstance)
                .map(HttpAnswer.Response.class::cast)
                .flatMap(HttpAnswer.Response::json)
                .map(body -> body.path(EDGE))
                .filter(JsonNode::isObject)
                .map(BlockCalls::result)
                .orElseThrow(() -> api.refusal(call, answer));
    }

    private static BlockResult result(JsonNode node) {
        var done = new ArrayList<BlockedPerson>();
        // Unblocking answers with either name: Meta's page and its service differ.
        Stream.of("added_users", "removed_users")
                .flatMap(name -> each(node.path(name)))
                .map(BlockCalls::person)
                .forEach(done::add);
        List<BlockFailure> failed = each(node.path("failed_users"))
                .map(user -> new BlockFailure(person(user), errors(user.path("errors"))))
                .toList();
        return new BlockResult(done, failed);
    }

    private static List<ProviderError> errors(JsonNode list) {
        return each(list)
                .flatMap(error -> GraphErrors.fromWebhook(error).stream())
                .toList();
    }

    private static BlockedPerson person(JsonNode node) {
        return new BlockedPerson(
                Json.text(node, "input").orElse(""),
                Json.text(node, "wa_id"),
                Json.text(node, "user_id").flatMap(BlockCalls::bsuid));
    }

    private static Optional<Bsuid> bsuid(String text) {
        try {
            return Optional.of(Bsuid.of(text));
        } catch (WhatsAppException unreadable) {
            return Optional.empty();
        }
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static HttpBody body(List<Recipient> people) {
        ObjectNode body = AccountCalls.product();
        ArrayNode users = body.putArray(EDGE);
        Check.size("people", people, 1, Integer.MAX_VALUE)
                .forEach(person -> person.phone()
                        .ifPresentOrElse(
                                phone -> users.addObject().put("user", phone.e164()),
                                () -> users.addObject()
                                        .put(
                                                "user_id",
                                                person.bsuid().orElseThrow().value())));
        return HttpBody.json(body);
    }

    private static GraphRequest edge(SenderId sender) {
        return GraphRequest.to(sender.value(), EDGE);
    }
}
