package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.content.CallPermissionContent;
import dev.wakit.inbound.content.ChoiceContent;
import dev.wakit.inbound.content.FormContent;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.UnknownContent;
import dev.wakit.provider.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the answers to interactive messages. The field that is there decides, since the type may be left out. */
final class InteractiveReader {

    private InteractiveReader() {}

    static Optional<InboundContent> read(JsonNode interactive) {
        if (interactive.path("button_reply").isObject()) {
            return Optional.of(choice(ChoiceContent.Kind.BUTTON, interactive.path("button_reply")));
        }
        if (interactive.path("list_reply").isObject()) {
            return Optional.of(choice(ChoiceContent.Kind.ROW, interactive.path("list_reply")));
        }
        if (interactive.path("nfm_reply").isObject()) {
            return Optional.of(form(interactive.path("nfm_reply")));
        }
        if (interactive.path("call_permission_reply").isObject()) {
            return Optional.of(callPermission(interactive.path("call_permission_reply")));
        }
        String type = Fields.text(interactive, "type");
        return type.isEmpty() ? Optional.empty() : Optional.of(new UnknownContent("interactive " + type));
    }

    private static ChoiceContent choice(ChoiceContent.Kind kind, JsonNode reply) {
        return new ChoiceContent(
                kind, Fields.text(reply, "id"), Fields.text(reply, "title"), Fields.text(reply, "description"));
    }

    private static FormContent form(JsonNode reply) {
        JsonNode response = reply.path("response_json");
        String json = response.isContainerNode() ? response.toString() : Fields.text(reply, "response_json");
        Map<String, String> values = Json.parse(json.getBytes(StandardCharsets.UTF_8))
                .map(tree -> Fields.leaves(tree, Set.of()))
                .orElse(Map.of());
        return new FormContent(Fields.text(reply, "name"), Fields.text(reply, "body"), json, values);
    }

    private static CallPermissionContent callPermission(JsonNode reply) {
        return new CallPermissionContent(
                Fields.text(reply, "response").equals("accept"),
                Fields.timeOrMax(reply, "expiration_timestamp"),
                Fields.flag(reply, "is_permanent"),
                Fields.text(reply, "response_source"));
    }
}
