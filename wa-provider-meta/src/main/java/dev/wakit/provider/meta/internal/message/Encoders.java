package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.UnsupportedMessageException;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.ContactsMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageKind;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The encoders by kind of message. */
public final class Encoders {

    private static final Map<MessageKind, MessageEncoder<Message>> TABLE = table();

    private Encoders() {}

    private static Map<MessageKind, MessageEncoder<Message>> table() {
        var table = new EnumMap<MessageKind, MessageEncoder<Message>>(MessageKind.class);
        put(table, MessageKind.TEXT, TextMessage.class, SimpleEncoders::text);
        put(table, MessageKind.IMAGE, ImageMessage.class, MediaEncoders::image);
        put(table, MessageKind.VIDEO, VideoMessage.class, MediaEncoders::video);
        put(table, MessageKind.DOCUMENT, DocumentMessage.class, MediaEncoders::document);
        put(table, MessageKind.AUDIO, AudioMessage.class, MediaEncoders::audio);
        put(table, MessageKind.STICKER, StickerMessage.class, MediaEncoders::sticker);
        put(table, MessageKind.LOCATION, LocationMessage.class, SimpleEncoders::location);
        put(table, MessageKind.CONTACTS, ContactsMessage.class, ContactsEncoder::encode);
        put(table, MessageKind.REACTION, ReactionMessage.class, SimpleEncoders::reaction);
        put(table, MessageKind.INTERACTIVE, InteractiveMessage.class, InteractiveEncoder::encode);
        put(table, MessageKind.TEMPLATE, TemplateMessage.class, TemplateEncoder::encode);
        return Map.copyOf(table);
    }

    private static <M extends Message> void put(
            Map<MessageKind, MessageEncoder<Message>> table,
            MessageKind kind,
            Class<M> type,
            MessageEncoder<M> encoder) {
        table.put(kind, (message, envelope) -> encoder.encode(type.cast(message), envelope));
    }

    /** The kinds that can be encoded. */
    public static Set<MessageKind> kinds() {
        return TABLE.keySet();
    }

    /**
     * Writes the content of a message: its {@code type} and the object of that name.
     *
     * @throws UnsupportedMessageException if no encoder knows the kind of the message
     */
    static void encode(Message message, ObjectNode envelope) {
        MessageEncoder<Message> encoder = TABLE.get(message.kind());
        if (encoder == null) {
            throw new UnsupportedMessageException(
                    "The Meta provider does not send " + message.kind() + " messages. It sends " + kinds() + ".");
        }
        encoder.encode(message, envelope);
    }
}
