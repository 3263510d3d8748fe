package dev.wakit.media;

/**
 * What a file is to WhatsApp, which decides how large it may be.
 *
 * @since 0.1
 */
public enum MediaKind {
    /** A picture. */
    IMAGE,
    /** A video. */
    VIDEO,
    /** A voice note or music. */
    AUDIO,
    /** Any other file, shown with its name. */
    DOCUMENT,
    /** A sticker: a WebP picture of 512 by 512 pixels. */
    STICKER
}
