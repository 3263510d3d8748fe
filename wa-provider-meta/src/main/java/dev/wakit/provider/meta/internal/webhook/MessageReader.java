package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.message.MessageId;
import dev.wakit.provider.meta.internal.json.Json;
import java.util.Optional;

/** Reads one element of {@code messages}. */
final class MessageReader {

    private MessageReader() {}

    static Optional<InboundEvent> read(JsonNode message, ChangeContext context) {
        return Json.text(message, "id").map(MessageId::of).map(id -> received(id, message, context));
    }

    private static MessageReceived received(MessageId id, JsonNode message, ChangeContext context) {
        String type = Json.text(message, "type").orElse("unknown");
        MessageReceived.Builder builder = MessageReceived.builder(
                        id, type, context.timestamp(message), message.toString())
                .sender(context.sender().orElse(null))
                .from(ChangeContext.person(Json.text(message, "from"), Json.text(message, "from_user_id"))
                        .orElse(null))
                .profileName(profileName(message, context).orElse(null))
                .replyTo(ChangeContext.reference(message, "context", "id").orElse(null));
        return addContent(type, message, builder).build();
    }

    private static MessageReceived.Builder addContent(String type, JsonNode message, MessageReceived.Builder builder) {
        return switch (type) {
            case "text" -> builder.text(Json.text(message, "text", "body").orElse(null));
            case "button" ->
                builder.text(Json.text(message, "button", "text").orElse(null))
                        .payload(Json.text(message, "button", "payload").orElse(null));
            case "interactive" -> {
                JsonNode interactive = message.path("interactive");
                JsonNode reply = interactive.has("list_reply")
                        ? interactive.path("list_reply")
                        : interactive.path("button_reply");
                yield builder.text(Json.text(reply, "title").orElse(null))
                        .payload(Json.text(reply, "id").orElse(null));
            }
            default -> builder;
        };
    }

    private static Optional<String> profileName(JsonNode message, ChangeContext context) {
        for (JsonNode contact : context.value().path("contacts")) {
            if (isSame(contact, "wa_id", message, "from") || isSame(contact, "user_id", message, "from_user_id")) {
                return Json.text(contact, "profile", "name");
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(JsonNode contact, String contactField, JsonNode message, String messageField) {
        Optional<String> id = Json.text(contact, contactField);
        return id.isPresent() && id.equals(Json.text(message, messageField));
    }
}
