package dev.wakit.message;

import dev.wakit.media.MediaSource;
import java.util.Objects;

/**
 * A WebP sticker, still (at most 100 KB) or animated (at most 500 KB). Immutable.
 *
 * @param source the sticker
 * @since 0.1
 */
public record StickerMessage(MediaSource source) implements Message {
    public StickerMessage {
        Objects.requireNonNull(source, "source");
    }

    /** Returns a sticker message. */
    public static StickerMessage of(MediaSource source) {
        return new StickerMessage(source);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.STICKER;
    }
}
