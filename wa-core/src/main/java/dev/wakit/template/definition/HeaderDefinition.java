package dev.wakit.template.definition;

import dev.wakit.template.HeaderFormat;
import java.util.Map;
import java.util.Objects;

/**
 * What stands above the body of a new template. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface HeaderDefinition {

    /** Returns a text, at most 60 characters without formatting, with at most one numbered variable. */
    static Text text(String text, String... examples) {
        return new Text(VariableText.of(text, examples));
    }

    /** Returns a text with a named variable. */
    static Text named(String text, Map<String, String> examples) {
        return new Text(VariableText.named(text, examples));
    }

    /** Returns a picture; see {@link Media}. */
    static Media image(String handle) {
        return new Media(HeaderFormat.IMAGE, handle);
    }

    /** Returns a video; see {@link Media}. */
    static Media video(String handle) {
        return new Media(HeaderFormat.VIDEO, handle);
    }

    /** Returns a silent looping video, which only the marketing endpoint sends; see {@link Media}. */
    static Media gif(String handle) {
        return new Media(HeaderFormat.GIF, handle);
    }

    /** Returns a file; see {@link Media}. */
    static Media document(String handle) {
        return new Media(HeaderFormat.DOCUMENT, handle);
    }

    /** Returns a point on the map, chosen when the template is sent. */
    static Location location() {
        return new Location();
    }

    /** Returns a product, chosen when the template is sent. */
    static Product product() {
        return new Product();
    }

    /** Returns the format. */
    HeaderFormat format();

    /**
     * A text.
     *
     * @param content at most 60 characters without formatting, at most one variable
     * @since 0.1
     */
    record Text(VariableText content) implements HeaderDefinition {
        public Text {
            Objects.requireNonNull(content, "content");
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.TEXT;
        }
    }

    /**
     * A picture, video or file, chosen when the template is sent, with a sample for the reviewers.
     *
     * @param format what it is
     * @param handle the sample: the handle of a resumable upload, which is not a media id; passed on as it is
     * @since 0.1
     */
    record Media(HeaderFormat format, String handle) implements HeaderDefinition {
        public Media {
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(handle, "handle");
        }

        @Override
        public String toString() {
            return "Media[format=" + format + "]";
        }
    }

    /**
     * A point on the map.
     *
     * @since 0.1
     */
    record Location() implements HeaderDefinition {
        @Override
        public HeaderFormat format() {
            return HeaderFormat.LOCATION;
        }
    }

    /**
     * A product of the catalog.
     *
     * @since 0.1
     */
    record Product() implements HeaderDefinition {
        @Override
        public HeaderFormat format() {
            return HeaderFormat.PRODUCT;
        }
    }
}
