package dev.wakit.message;

import dev.wakit.internal.Check;
import dev.wakit.media.MediaSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image with an optional caption. Immutable.
 *
 * @since 0.1
 */
public final class ImageMessage implements Message {
    /** The most characters of a caption: {@value}. */
    public static final int MAX_CAPTION = 1024;

    private final MediaSource source;
    private final @Nullable String caption;

    private ImageMessage(Builder builder) {
        this.source = Objects.requireNonNull(builder.source, "source");
        this.caption = Check.optionalText("image.caption", builder.caption, MAX_CAPTION);
    }

    /** Returns an {@code ImageMessage} with just the image. */
    public static ImageMessage of(MediaSource source) {
        return builder(source).build();
    }

    /** Returns a builder that begins with the image. */
    public static Builder builder(MediaSource source) {
        return new Builder(source);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(source);
        builder.caption = caption;
        return builder;
    }

    /** Returns the image. */
    public MediaSource source() {
        return source;
    }

    /** Returns the text under the image, if any. */
    public Optional<String> caption() {
        return Optional.ofNullable(caption);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.IMAGE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageMessage that
                && source.equals(that.source)
                && Objects.equals(caption, that.caption);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, caption);
    }

    @Override
    public String toString() {
        return "ImageMessage[source=" + source + ", captioned=" + (caption != null) + "]";
    }

    /**
     * Builds an {@link ImageMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final MediaSource source;
        private @Nullable String caption;

        private Builder(MediaSource source) {
            this.source = source;
        }

        /** Sets the text under the image; at most 1,024 characters. */
        public Builder caption(String caption) {
            this.caption = Objects.requireNonNull(caption, "caption");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ImageMessage build() {
            return new ImageMessage(this);
        }
    }
}
