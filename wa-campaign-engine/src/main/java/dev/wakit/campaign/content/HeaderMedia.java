package dev.wakit.campaign.content;

/**
 * The picture, film or document at the head of a template message.
 *
 * <p>Immutable.
 *
 * @param kind what it is
 * @param source an uploaded media id, or an http(s) link; may hold placeholders
 * @param filename the name that a document is shown with; empty for none; may hold placeholders
 * @since 0.1
 */
public record HeaderMedia(Kind kind, String source, String filename) {

    /** What is at the head. */
    public enum Kind {
        /** A JPEG or PNG. */
        IMAGE,
        /** An MP4 or 3GPP film. */
        VIDEO,
        /** A document, usually PDF. */
        DOCUMENT
    }
}
