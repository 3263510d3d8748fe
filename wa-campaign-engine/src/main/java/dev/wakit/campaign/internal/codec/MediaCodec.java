package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaLink;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.VideoMessage;
import java.util.Optional;

/** Messages that are a file, and the sources of files. */
final class MediaCodec {

    private static final String MEDIA_ID = "mediaId";
    private static final String LINK = "link";
    private static final String CAPTION = "caption";
    private static final String FILENAME = "filename";

    private MediaCodec() {}

    /** A source is one of two fields beside the others of its owner. */
    static void write(ObjectNode node, MediaSource source) {
        if (source instanceof MediaId id) {
            node.put(MEDIA_ID, id.value());
        } else {
            node.put(LINK, ((MediaLink) source).url().toString());
        }
    }

    static MediaSource source(Fields fields) {
        Optional<String> id = fields.optionalText(MEDIA_ID);
        return id.isPresent() ? MediaSource.id(id.get()) : MediaSource.link(fields.text(LINK));
    }

    static void write(ObjectNode node, ImageMessage message) {
        write(node, message.source());
        Put.text(node, CAPTION, message.caption());
    }

    static ImageMessage image(Fields fields) {
        ImageMessage.Builder image = ImageMessage.builder(source(fields));
        fields.ifText(CAPTION, image::caption);
        return image.build();
    }

    static void write(ObjectNode node, VideoMessage message) {
        write(node, message.source());
        Put.text(node, CAPTION, message.caption());
    }

    static VideoMessage video(Fields fields) {
        VideoMessage.Builder video = VideoMessage.builder(source(fields));
        fields.ifText(CAPTION, video::caption);
        return video.build();
    }

    static void write(ObjectNode node, DocumentMessage message) {
        write(node, message.source());
        Put.text(node, CAPTION, message.caption());
        Put.text(node, FILENAME, message.filename());
    }

    static DocumentMessage document(Fields fields) {
        DocumentMessage.Builder document = DocumentMessage.builder(source(fields));
        fields.ifText(CAPTION, document::caption);
        fields.ifText(FILENAME, document::filename);
        return document.build();
    }

    static void write(ObjectNode node, AudioMessage message) {
        write(node, message.source());
        Put.flag(node, "voice", message.voice());
    }

    static AudioMessage audio(Fields fields) {
        return AudioMessage.builder(source(fields)).voice(fields.flag("voice")).build();
    }

    static void write(ObjectNode node, StickerMessage message) {
        write(node, message.source());
    }

    static StickerMessage sticker(Fields fields) {
        return StickerMessage.of(source(fields));
    }
}
