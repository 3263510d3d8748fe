package dev.wakit.inbound.content;

import java.util.Optional;

/**
 * A picture, video, sound, document or sticker, to be fetched by its id. Immutable.
 *
 * @param kind what it is
 * @param id the BSP's id of the file; Meta keeps it for 7 days
 * @param mimeType its type
 * @param sha256 its hash, as the BSP writes it
 * @param url where it can be fetched with the token, for some minutes
 * @param caption the text below it
 * @param filename the name of a document
 * @param voice whether a sound is a voice note
 * @param animated whether a sticker moves
 * @since 0.1
 */
public record MediaContent(
        Kind kind,
        String id,
        String mimeType,
        String sha256,
        String url,
        String caption,
        String filename,
        boolean voice,
        boolean animated)
        implements InboundContent {

    /** The kinds of media. */
    public enum Kind {
        /** A picture. */
        IMAGE,
        /** A video. */
        VIDEO,
        /** A sound or a voice note. */
        AUDIO,
        /** Any other file. */
        DOCUMENT,
        /** A sticker. */
        STICKER
    }

    @Override
    public Optional<String> text() {
        return Optional.of(caption).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "MediaContent[" + kind + "]";
    }
}
