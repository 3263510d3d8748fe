package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.VideoMessage;

/** The kinds that are a file. */
final class MediaEncoders {

    private MediaEncoders() {}

    static void image(ImageMessage message, ObjectNode envelope) {
        Fields.put(media(envelope, "image", message.source()), "caption", message.caption());
    }

    static void video(VideoMessage message, ObjectNode envelope) {
        Fields.put(media(envelope, "video", message.source()), "caption", message.caption());
    }

    static void document(DocumentMessage message, ObjectNode envelope) {
        ObjectNode document = media(envelope, "document", message.source());
        Fields.put(document, "filename", message.filename());
        Fields.put(document, "caption", message.caption());
    }

    static void audio(AudioMessage message, ObjectNode envelope) {
        ObjectNode audio = media(envelope, "audio", message.source());
        if (message.voice()) {
            audio.put("voice", true);
        }
    }

    static void sticker(StickerMessage message, ObjectNode envelope) {
        media(envelope, "sticker", message.source());
    }

    private static ObjectNode media(ObjectNode envelope, String type, MediaSource source) {
        return Fields.putSource(envelope.put("type", type).putObject(type), source);
    }
}
