package dev.wakit.message;

import dev.wakit.internal.Check;
import dev.wakit.media.MediaSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A video with an optional caption. Immutable.
 *
 * @since 0.1
 */
public final class VideoMessage implements Message {
    /** The most characters of a caption: {@value}. */
    public static final int MAX_CAPTION = 1024;

    private final MediaSource source;
    private final @Nullable String caption;

    private VideoMessage(Builder builder) {
        this.source = Objects.requireNonNull(builder.source, "source");
        this.caption = Check.optionalText("video.caption", builder.caption, MAX_CAPTION);
    }

    /** Returns a {@code VideoMessage} with just the video. */
    public static VideoMessage of(MediaSource source) {
        return builder(source).build();
    }

    /** Returns a builder that begins with the video. */
    public static Builder builder(MediaSource source) {
        return new Builder(source);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(source);
        builder.caption = caption;
        return builder;
    }

    /** Returns the video. */
    public MediaSource source() {
        return source;
    }

    /** Returns the text under the video, if any. */
    public Optional<String> caption() {
        return Optional.ofNullable(caption);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.VIDEO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VideoMessage that
                && source.equals(that.source)
                && Objects.equals(caption, that.caption);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, caption);
    }

    @Override
    public String toString() {
        return "VideoMessage[source=" + source + ", captioned=" + (caption != null) + "]";
    }

    /**
     * Builds a {@link VideoMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final MediaSource source;
        private @Nullable String caption;

        private Builder(MediaSource source) {
            this.source = source;
        }

        /** Sets the text under the video; at most 1,024 characters. */
        public Builder caption(String caption) {
            this.caption = Objects.requireNonNull(caption, "caption");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public VideoMessage build() {
            return new VideoMessage(this);
        }
    }
}
