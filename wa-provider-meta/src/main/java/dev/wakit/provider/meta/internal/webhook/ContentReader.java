package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.content.ButtonContent;
import dev.wakit.inbound.content.ContactsContent;
import dev.wakit.inbound.content.EditedContent;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.LocationContent;
import dev.wakit.inbound.content.MediaContent;
import dev.wakit.inbound.content.OrderContent;
import dev.wakit.inbound.content.ReactionContent;
import dev.wakit.inbound.content.RevokedContent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.inbound.content.UnknownContent;
import dev.wakit.inbound.content.UnsupportedContent;
import dev.wakit.inbound.content.WelcomeContent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a message holds, by its type. What cannot be read is {@link UnknownContent}. */
final class ContentReader {

    private static final Map<String, Reader> READERS = Map.ofEntries(
            Map.entry("text", ContentReader::text),
            Map.entry("image", (body, message) -> media(MediaContent.Kind.IMAGE, body)),
            Map.entry("video", (body, message) -> media(MediaContent.Kind.VIDEO, body)),
            Map.entry("audio", (body, message) -> media(MediaContent.Kind.AUDIO, body)),
            Map.entry("voice", (body, message) -> media(MediaContent.Kind.AUDIO, body)),
            Map.entry("document", (body, message) -> media(MediaContent.Kind.DOCUMENT, body)),
            Map.entry("sticker", (body, message) -> media(MediaContent.Kind.STICKER, body)),
            Map.entry("location", ContentReader::location),
            Map.entry("contacts", ContentReader::contacts),
            Map.entry("reaction", ContentReader::reaction),
            Map.entry("button", ContentReader::button),
            Map.entry("interactive", (body, message) -> InteractiveReader.read(body)),
            Map.entry("order", ContentReader::order),
            Map.entry("edit", ContentReader::edit),
            Map.entry("revoke", ContentReader::revoke),
            Map.entry("request_welcome", (body, message) -> Optional.of(new WelcomeContent())),
            Map.entry("unsupported", ContentReader::unsupported),
            Map.entry("unknown", ContentReader::unsupported));

    private ContentReader() {}

    /** The types of message that have a content of their own. */
    static Set<String> types() {
        return READERS.keySet();
    }

    static InboundContent read(String type, JsonNode message) {
        Reader reader = READERS.get(type);
        return reader == null
                ? new UnknownContent(type)
                : reader.read(message.path(type), message).orElseGet(() -> new UnknownContent(type));
    }

    private static Optional<InboundContent> text(JsonNode body, JsonNode message) {
        return body.path("body").isTextual()
                ? Optional.of(new TextContent(Fields.text(body, "body")))
                : Optional.empty();
    }

    private static Optional<InboundContent> media(MediaContent.Kind kind, JsonNode body) {
        return object(body)
                .map(file -> new MediaContent(
                        kind,
                        Fields.text(file, "id"),
                        Fields.text(file, "mime_type"),
                        Fields.text(file, "sha256"),
                        Fields.text(file, "url"),
                        Fields.text(file, "caption"),
                        Fields.text(file, "filename"),
                        Fields.flag(file, "voice"),
                        Fields.flag(file, "animated")));
    }

    private static Optional<InboundContent> location(JsonNode body, JsonNode message) {
        Optional<Double> latitude = degrees(body, "latitude", 90);
        Optional<Double> longitude = degrees(body, "longitude", 180);
        return latitude.flatMap(north -> longitude.map(east -> new LocationContent(
                north, east, Fields.text(body, "name"), Fields.text(body, "address"), Fields.text(body, "url"))));
    }

    private static Optional<Double> degrees(JsonNode body, String field, double limit) {
        return Fields.decimal(body, field).map(BigDecimal::doubleValue).filter(degrees -> Math.abs(degrees) <= limit);
    }

    private static Optional<InboundContent> contacts(JsonNode body, JsonNode message) {
        return body.isArray()
                ? Optional.of(new ContactsContent(Fields.list(body, ContactReader::read)))
                : Optional.empty();
    }

    private static Optional<InboundContent> reaction(JsonNode body, JsonNode message) {
        return object(body)
                .map(reaction ->
                        new ReactionContent(Fields.text(reaction, "message_id"), Fields.text(reaction, "emoji")));
    }

    private static Optional<InboundContent> button(JsonNode body, JsonNode message) {
        return object(body)
                .map(button -> new ButtonContent(Fields.text(button, "text"), Fields.text(button, "payload")));
    }

    private static Optional<InboundContent> order(JsonNode body, JsonNode message) {
        return object(body)
                .map(order -> new OrderContent(
                        Fields.text(order, "catalog_id"),
                        Fields.text(order, "text"),
                        Fields.list(order.path("product_items"), ContentReader::item)));
    }

    private static Optional<OrderContent.Item> item(JsonNode item) {
        return Optional.of(new OrderContent.Item(
                Fields.text(item, "product_retailer_id"),
                Fields.decimal(item, "quantity").orElse(BigDecimal.ZERO),
                Fields.decimal(item, "item_price").orElse(BigDecimal.ZERO),
                Fields.text(item, "currency")));
    }

    private static Optional<InboundContent> edit(JsonNode body, JsonNode message) {
        return object(body).map(edit -> {
            JsonNode now = edit.path("message");
            String type = Fields.text(now, "type");
            return new EditedContent(Fields.text(edit, "original_message_id"), type, read(type, now));
        });
    }

    private static Optional<InboundContent> revoke(JsonNode body, JsonNode message) {
        return object(body).map(revoke -> new RevokedContent(Fields.text(revoke, "original_message_id")));
    }

    private static Optional<InboundContent> unsupported(JsonNode body, JsonNode message) {
        return Optional.of(new UnsupportedContent(Fields.text(message, "unsupported", "type")));
    }

    private static Optional<JsonNode> object(JsonNode node) {
        return node.isObject() ? Optional.of(node) : Optional.empty();
    }

    /** Reads the object that is named like the type, or the message that it is in. */
    private interface Reader {

        Optional<InboundContent> read(JsonNode body, JsonNode message);
    }
}
