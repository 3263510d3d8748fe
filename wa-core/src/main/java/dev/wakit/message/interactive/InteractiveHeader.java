package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import dev.wakit.media.MediaSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the body of an interactive message: a text or a media file. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface InteractiveHeader {
    /** The most characters of a text header: {@value}. */
    int MAX_TEXT = 60;

    /** Returns the format, which decides where the header is allowed. */
    Format format();

    /** Returns a text header; at most 60 characters. */
    static Text text(String text) {
        return new Text(text);
    }

    /** Returns an image header. */
    static Image image(MediaSource source) {
        return new Image(source);
    }

    /** Returns a video header. */
    static Video video(MediaSource source) {
        return new Video(source);
    }

    /** Returns a document header without a file name. */
    static Document document(MediaSource source) {
        return new Document(source, null);
    }

    /** Returns a document header with the name that the file is saved under. */
    static Document document(MediaSource source, String filename) {
        return new Document(source, Objects.requireNonNull(filename, "filename"));
    }

    /**
     * The formats of a header.
     *
     * @since 0.1
     */
    enum Format {
        /** {@link Text}. */
        TEXT,
        /** {@link Image}. */
        IMAGE,
        /** {@link Video}. */
        VIDEO,
        /** {@link Document}. */
        DOCUMENT
    }

    /**
     * A text header.
     *
     * @param text at most 60 characters
     * @since 0.1
     */
    record Text(String text) implements InteractiveHeader {
        public Text {
            Check.text("interactive.header.text", text, MAX_TEXT);
        }

        @Override
        public Format format() {
            return Format.TEXT;
        }

        @Override
        public String toString() {
            return "Text[" + Check.length(text) + " characters]";
        }
    }

    /**
     * An image header.
     *
     * @param source the image
     * @since 0.1
     */
    record Image(MediaSource source) implements InteractiveHeader {
        public Image {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public Format format() {
            return Format.IMAGE;
        }
    }

    /**
     * A video header.
     *
     * @param source the video
     * @since 0.1
     */
    record Video(MediaSource source) implements InteractiveHeader {
        public Video {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public Format format() {
            return Format.VIDEO;
        }
    }

    /**
     * A document header.
     *
     * @since 0.1
     */
    final class Document implements InteractiveHeader {
        private final MediaSource source;
        private final @Nullable String filename;

        private Document(MediaSource source, @Nullable String filename) {
            this.source = Objects.requireNonNull(source, "source");
            this.filename = Check.optional("interactive.header.filename", filename);
        }

        /** Returns the file. */
        public MediaSource source() {
            return source;
        }

        /** Returns the name that the file is saved under, if any. */
        public Optional<String> filename() {
            return Optional.ofNullable(filename);
        }

        @Override
        public Format format() {
            return Format.DOCUMENT;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Document that
                    && source.equals(that.source)
                    && Objects.equals(filename, that.filename);
        }

        @Override
        public int hashCode() {
            return Objects.hash(source, filename);
        }

        @Override
        public String toString() {
            return "Document[source=" + source + "]";
        }
    }
}
