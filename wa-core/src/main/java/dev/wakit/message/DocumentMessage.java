package dev.wakit.message;

import dev.wakit.internal.Check;
import dev.wakit.media.MediaSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of any type that WhatsApp accepts, with an optional caption and file name. Immutable.
 *
 * @since 0.1
 */
public final class DocumentMessage implements Message {
    /** The most characters of a caption: {@value}. */
    public static final int MAX_CAPTION = 1024;

    private final MediaSource source;
    private final @Nullable String caption;
    private final @Nullable String filename;

    private DocumentMessage(Builder builder) {
        this.source = Objects.requireNonNull(builder.source, "source");
        this.caption = Check.optionalText("document.caption", builder.caption, MAX_CAPTION);
        this.filename = Check.optional("document.filename", builder.filename);
    }

    /** Returns a {@code DocumentMessage} with just the file. */
    public static DocumentMessage of(MediaSource source) {
        return builder(source).build();
    }

    /** Returns a builder that begins with the file. */
    public static Builder builder(MediaSource source) {
        return new Builder(source);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(source);
        builder.caption = caption;
        builder.filename = filename;
        return builder;
    }

    /** Returns the file. */
    public MediaSource source() {
        return source;
    }

    /** Returns the text under the file, if any. */
    public Optional<String> caption() {
        return Optional.ofNullable(caption);
    }

    /** Returns the name that the file is saved under, whose extension chooses the icon, if any. */
    public Optional<String> filename() {
        return Optional.ofNullable(filename);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.DOCUMENT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentMessage that
                && source.equals(that.source)
                && Objects.equals(caption, that.caption)
                && Objects.equals(filename, that.filename);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, caption, filename);
    }

    @Override
    public String toString() {
        return "DocumentMessage[source=" + source + ", captioned=" + (caption != null) + "]";
    }

    /**
     * Builds a {@link DocumentMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final MediaSource source;
        private @Nullable String caption;
        private @Nullable String filename;

        private Builder(MediaSource source) {
            this.source = source;
        }

        /** Sets the text under the file; at most 1,024 characters. */
        public Builder caption(String caption) {
            this.caption = Objects.requireNonNull(caption, "caption");
            return this;
        }

        /** Sets the name that the file is saved under, whose extension chooses the icon. */
        public Builder filename(String filename) {
            this.filename = Objects.requireNonNull(filename, "filename");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public DocumentMessage build() {
            return new DocumentMessage(this);
        }
    }
}
