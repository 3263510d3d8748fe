package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.SenderId;
import dev.wakit.internal.Check;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.Username;
import dev.wakit.provider.meta.account.UsernameStatus;
import dev.wakit.provider.meta.account.Usernames;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.util.List;
import java.util.stream.StreamSupport;

/** Usernames, over Graph; see meta-cloud-api 11.5. */
final class UsernameCalls implements Usernames {

    private static final String EDGE = "username";

    private final GraphApi api;

    UsernameCalls(GraphApi api) {
        this.api = api;
    }

    @Override
    public Username get(SenderId sender) {
        return read(api.get(edge(sender)), "");
    }

    @Override
    public Username set(SenderId sender, String name) {
        return post(sender, name, "none");
    }

    @Override
    public Username transfer(SenderId sender, String name) {
        return post(sender, name, "force_transfer");
    }

    @Override
    public void delete(SenderId sender) {
        api.delete(edge(sender));
    }

    @Override
    public List<String> suggestions(SenderId sender) {
        JsonNode data =
                api.get(GraphRequest.to(sender.value(), "username_suggestions")).path("data");
        return StreamSupport.stream(data.spliterator(), false)
                .flatMap(node -> Nodes.texts(node.path("username_suggestions")).stream())
                .toList();
    }

    private Username post(SenderId sender, String name, String action) {
        var body =
                Json.object().put("username", Check.present("username", name)).put("transfer_action", action);
        return read(api.post(edge(sender), body), name);
    }

    private static Username read(JsonNode node, String asked) {
        return new Username(
                Json.text(node, "username").orElse(asked), Nodes.word(UsernameStatus.class, node, "status"));
    }

    private static GraphRequest edge(SenderId sender) {
        return GraphRequest.to(sender.value(), EDGE);
    }
}
