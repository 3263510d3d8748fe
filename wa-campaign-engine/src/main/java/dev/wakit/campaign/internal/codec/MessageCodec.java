package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.ContactsMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;

/**
 * The stored text form of every message: JSON with the number of its form, to which fields may be added and never renamed.
 *
 * <p>The text is canonical: equal messages have the same text in every process, because names are in a fixed order, the entries of
 * maps are sorted, and what is not set is left out. Thread-safe.
 */
public final class MessageCodec {

    /** The number of the form that is written. It grows only when older versions would misread what is written. */
    static final int FORM = 1;

    private static final String FORM_NAME = "v";
    private static final String KIND = "kind";
    private static final String REPLY_TO = "replyTo";
    private static final String IDENTITY_HASH = "identityHash";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Writes a message and what goes with it. */
    public String write(StoredSend send) {
        ObjectNode node = node(send.message());
        Put.text(node, REPLY_TO, send.replyTo().map(MessageId::value));
        Put.text(node, IDENTITY_HASH, send.identityHash());
        return node.toString();
    }

    /** Writes a message. */
    public String write(Message message) {
        return node(message).toString();
    }

    private ObjectNode node(Message message) {
        ObjectNode node = json.createObjectNode().put(FORM_NAME, FORM).put(KIND, Names.of(message.kind()));
        switch (message.kind()) {
            case TEXT -> PlainCodec.write(node, (TextMessage) message);
            case IMAGE -> MediaCodec.write(node, (ImageMessage) message);
            case VIDEO -> MediaCodec.write(node, (VideoMessage) message);
            case DOCUMENT -> MediaCodec.write(node, (DocumentMessage) message);
            case AUDIO -> MediaCodec.write(node, (AudioMessage) message);
            case STICKER -> MediaCodec.write(node, (StickerMessage) message);
            case LOCATION -> PlainCodec.write(node, (LocationMessage) message);
            case CONTACTS -> ContactsCodec.write(node, (ContactsMessage) message);
            case REACTION -> PlainCodec.write(node, (ReactionMessage) message);
            case INTERACTIVE -> InteractiveCodec.write(node, (InteractiveMessage) message);
            case TEMPLATE -> TemplateCodec.write(node, (TemplateMessage) message);
        }
        return node;
    }

    /**
     * Reads a message back.
     *
     * @throws UnreadableMessageException if the text is damaged, or was written by a newer version of the library
     */
    public Message read(String text) {
        return readSend(text).message();
    }

    /**
     * Reads a message back, and what goes with it.
     *
     * @throws UnreadableMessageException as {@link #read} does
     */
    public StoredSend readSend(String text) {
        var fields = new Fields("message", parse(text));
        int form = fields.integer(FORM_NAME);
        if (form != FORM) {
            throw new UnreadableMessageException(
                    "The stored message has form " + form + "; this version of the library reads form " + FORM
                            + ". Send it with the version that wrote it, or a newer one.");
        }
        MessageKind kind = fields.constant(KIND, MessageKind.class);
        try {
            return new StoredSend(
                    read(kind, fields),
                    fields.optionalText(REPLY_TO).map(MessageId::of),
                    fields.optionalText(IDENTITY_HASH));
        } catch (InvalidMessageException | IllegalArgumentException e) {
            throw new UnreadableMessageException(
                    "The stored " + Names.of(kind) + " message breaks a rule of this version: " + e.getMessage(), e);
        }
    }

    private static Message read(MessageKind kind, Fields fields) {
        return switch (kind) {
            case TEXT -> PlainCodec.text(fields);
            case IMAGE -> MediaCodec.image(fields);
            case VIDEO -> MediaCodec.video(fields);
            case DOCUMENT -> MediaCodec.document(fields);
            case AUDIO -> MediaCodec.audio(fields);
            case STICKER -> MediaCodec.sticker(fields);
            case LOCATION -> PlainCodec.location(fields);
            case CONTACTS -> ContactsCodec.read(fields);
            case REACTION -> PlainCodec.reaction(fields);
            case INTERACTIVE -> InteractiveCodec.read(fields);
            case TEMPLATE -> TemplateCodec.read(fields);
        };
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's own error quotes the text, which is personal data.
            throw new UnreadableMessageException("The stored message is damaged: it is no JSON.");
        }
    }
}
