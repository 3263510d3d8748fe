package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageContext;
import dev.wakit.inbound.MessageEchoed;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.Referral;
import dev.wakit.message.MessageId;
import java.util.Optional;

/** Reads one element of {@code messages} or {@code message_echoes}. */
final class MessageReader {

    private MessageReader() {}

    static Optional<InboundEvent> read(JsonNode message, ChangeContext context) {
        return ChangeContext.messageId(message, "id")
                .flatMap(id -> type(message).equals("system")
                        ? PersonChangeReader.readNotice(message, context)
                        : Optional.of(received(id, message, context)));
    }

    /** A message that the business sent from another app. */
    static Optional<InboundEvent> readEcho(JsonNode message, ChangeContext context) {
        return ChangeContext.messageId(message, "id")
                .map(id -> new MessageEchoed(
                        context.source(message),
                        id,
                        context.person(message, "to", "to_user_id", "to_parent_user_id"),
                        type(message),
                        ContentReader.read(type(message), message)));
    }

    static String type(JsonNode message) {
        String type = Fields.text(message, "type");
        return type.isEmpty() ? "unknown" : type;
    }

    private static MessageReceived received(MessageId id, JsonNode message, ChangeContext context) {
        String type = type(message);
        return MessageReceived.builder(context.source(message), id, type)
                .person(context.person(message, "from", "from_user_id", "from_parent_user_id"))
                .content(ContentReader.read(type, message))
                .context(context(message.path("context")))
                .referral(referral(message.path("referral")).orElse(null))
                .groupId(Fields.text(message, "group_id"))
                .errors(Fields.errors(message))
                .build();
    }

    private static MessageContext context(JsonNode context) {
        if (!context.isObject()) {
            return MessageContext.NONE;
        }
        return new MessageContext(
                Fields.text(context, "id"),
                Fields.text(context, "from"),
                Fields.flag(context, "forwarded"),
                Fields.flag(context, "frequently_forwarded"),
                Fields.text(context, "referred_product", "catalog_id"),
                Fields.text(context, "referred_product", "product_retailer_id"));
    }

    private static Optional<Referral> referral(JsonNode referral) {
        return Optional.of(referral)
                .filter(JsonNode::isObject)
                .map(ad -> new Referral(
                        Fields.text(ad, "source_type"),
                        Fields.text(ad, "source_id"),
                        Fields.text(ad, "source_url"),
                        Fields.text(ad, "headline"),
                        Fields.text(ad, "body"),
                        Fields.text(ad, "media_type"),
                        Fields.text(ad, "image_url"),
                        Fields.text(ad, "video_url"),
                        Fields.text(ad, "thumbnail_url"),
                        Fields.text(ad, "ctwa_clid"),
                        Fields.text(ad, "welcome_message", "text")));
    }
}
