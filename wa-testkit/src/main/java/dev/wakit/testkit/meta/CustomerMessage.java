package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Something that a customer sends, for {@link MetaSimulator#customerSends}.
 *
 * <p>Each factory makes one kind of Meta's inbound messages; {@link #json} makes any. Immutable.
 *
 * @since 0.1
 */
public final class CustomerMessage {

    private final ObjectNode content;

    private CustomerMessage(ObjectNode content) {
        this.content = content;
    }

    private static CustomerMessage of(String type, ObjectNode body) {
        ObjectNode content = Json.object().put("type", type);
        content.set(type, body);
        return new CustomerMessage(content);
    }

    /** Text. */
    public static CustomerMessage text(String body) {
        return of("text", Json.object().put("body", body));
    }

    /**
     * A file.
     *
     * @param type {@code image}, {@code video}, {@code audio}, {@code document} or {@code sticker}
     * @param mediaId the id under which it can be fetched
     */
    public static CustomerMessage media(String type, String mediaId, String mimeType) {
        return of(
                type,
                Json.object().put("id", mediaId).put("mime_type", mimeType).put("sha256", "c2ltdWxhdGVk"));
    }

    /** A voice note. */
    public static CustomerMessage voiceNote(String mediaId) {
        CustomerMessage message = media("audio", mediaId, "audio/ogg; codecs=opus");
        ((ObjectNode) message.content.path("audio")).put("voice", true);
        return message;
    }

    /** A place. */
    public static CustomerMessage location(double latitude, double longitude, String name, String address) {
        return of(
                "location",
                Json.object()
                        .put("latitude", latitude)
                        .put("longitude", longitude)
                        .put("name", name)
                        .put("address", address));
    }

    /** A contact card with a name and one number. */
    public static CustomerMessage contact(String name, String phone) {
        ObjectNode content = Json.object().put("type", "contacts");
        ObjectNode card = content.putArray("contacts").addObject();
        card.putObject("name").put("formatted_name", name);
        card.putArray("phones")
                .addObject()
                .put("phone", phone)
                .put("wa_id", digits(phone))
                .put("type", "CELL");
        return new CustomerMessage(content);
    }

    /** A reaction to a message; an empty one takes it back. */
    public static CustomerMessage reaction(String messageId, String emoji) {
        return of("reaction", Json.object().put("message_id", messageId).put("emoji", emoji));
    }

    /** A press of a quick-reply button of a template. */
    public static CustomerMessage templateButton(String text, String payload) {
        return of("button", Json.object().put("payload", payload).put("text", text));
    }

    /** A press of a button of an interactive message. */
    public static CustomerMessage buttonReply(String id, String title) {
        return interactive("button_reply", Json.object().put("id", id).put("title", title));
    }

    /** A choice from a list. */
    public static CustomerMessage listReply(String id, String title, String description) {
        return interactive(
                "list_reply", Json.object().put("id", id).put("title", title).put("description", description));
    }

    /**
     * A form that was filled in.
     *
     * @param name {@code flow} or {@code address_message}
     * @param responseJson the answers, a JSON object as text
     */
    public static CustomerMessage formReply(String name, String responseJson) {
        return interactive(
                "nfm_reply", Json.object().put("name", name).put("body", "Sent").put("response_json", responseJson));
    }

    private static CustomerMessage interactive(String type, ObjectNode reply) {
        ObjectNode body = Json.object().put("type", type);
        body.set(type, reply);
        return of("interactive", body);
    }

    /** A cart with one product. */
    public static CustomerMessage order(
            String catalogId, String productId, int quantity, BigDecimal price, String currency) {
        ObjectNode order = Json.object().put("catalog_id", catalogId).put("text", "");
        order.putArray("product_items")
                .addObject()
                .put("product_retailer_id", productId)
                .put("quantity", quantity)
                .put("item_price", price)
                .put("currency", currency);
        return of("order", order);
    }

    /** Something that the Cloud API does not hand over. */
    public static CustomerMessage unsupported(String what) {
        ObjectNode content = Json.object().put("type", "unsupported");
        ObjectNode error = content.putArray("errors").addObject();
        error.put("code", 131051).put("title", "Message type unknown").put("message", "Message type unknown");
        error.putObject("error_data").put("details", "Message type is currently not supported.");
        content.putObject("unsupported").put("type", what);
        return new CustomerMessage(content);
    }

    /** The notice that the customer's number is another one from now on. */
    public static CustomerMessage numberChanged(String newNumber) {
        return of(
                "system",
                Json.object()
                        .put("type", "user_changed_number")
                        .put("body", "The customer changed the number")
                        .put("wa_id", digits(newNumber)));
    }

    /**
     * Any message.
     *
     * @param content a JSON object with {@code type} and the object of that name, without sender, id and time
     * @throws IllegalArgumentException if the text is no JSON object with a type
     */
    public static CustomerMessage json(String content) {
        JsonNode node = Json.parse(content.getBytes(StandardCharsets.UTF_8));
        if (!(node instanceof ObjectNode object) || !node.path("type").isTextual()) {
            throw new IllegalArgumentException(
                    "A message is a JSON object with a \"type\", such as {\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}.");
        }
        return new CustomerMessage(object);
    }

    /** The same message as an answer to another one. */
    public CustomerMessage replyTo(String messageId) {
        ObjectNode copy = content.deepCopy();
        copy.putObject("context").put("id", Objects.requireNonNull(messageId, "messageId"));
        return new CustomerMessage(copy);
    }

    /** The same message from a person who came through an advertisement. */
    public CustomerMessage fromAd(String adId, String clickId, String headline) {
        ObjectNode copy = content.deepCopy();
        copy.putObject("referral")
                .put("source_type", "ad")
                .put("source_id", adId)
                .put("source_url", "https://fb.me/" + adId)
                .put("headline", headline)
                .put("ctwa_clid", clickId);
        return new CustomerMessage(copy);
    }

    ObjectNode content() {
        return content.deepCopy();
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    @Override
    public String toString() {
        return "CustomerMessage[" + content.path("type").asText() + "]";
    }
}
