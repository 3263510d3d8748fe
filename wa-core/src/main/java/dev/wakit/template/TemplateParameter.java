package dev.wakit.template;

import dev.wakit.internal.Check;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that fills a template: in the body, in the header, or in either. Implementations are immutable.
 *
 * <p>Texts may not contain a line break, a tab or more than 4 consecutive spaces, because WhatsApp refuses them. No
 * {@code toString} shows a value.
 *
 * @since 0.1
 */
public sealed interface TemplateParameter permits BodyParameter, HeaderParameter {
    /** Returns a text for the next positional variable. */
    static Text text(String text) {
        return new Text(text);
    }

    /** Returns a text for a named variable. */
    static NamedText namedText(String name, String text) {
        return new NamedText(name, text);
    }

    /** Returns a document for a header, without a file name. */
    static Document document(MediaSource source) {
        return new Document(source, null);
    }

    /** Returns a document for a header, with the name that it is saved under. */
    static Document document(MediaSource source, String filename) {
        return new Document(source, Objects.requireNonNull(filename, "filename"));
    }

    /**
     * A text for the next positional variable.
     *
     * @param text no line break, no tab, at most 4 consecutive spaces
     * @since 0.1
     */
    record Text(String text) implements BodyParameter, HeaderParameter {
        public Text {
            Check.templateText("template parameter", text);
        }

        @Override
        public String toString() {
            return "Text[…]";
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.TEXT;
        }
    }

    /**
     * A text for a named variable.
     *
     * @param name lower-case letters, digits and underscores
     * @param text no line break, no tab, at most 4 consecutive spaces
     * @since 0.1
     */
    record NamedText(String name, String text) implements BodyParameter, HeaderParameter {
        private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

        public NamedText {
            Check.matches(
                    "template parameter name", name, NAME, "have lower-case letters, digits and underscores only");
            Check.templateText("template parameter '" + name + "'", text);
        }

        @Override
        public String toString() {
            return "NamedText[name=" + name + "]";
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.TEXT;
        }
    }

    /**
     * An amount of money, shown in the way of the reader.
     *
     * @param fallback what is shown where the amount cannot be formatted
     * @param code the ISO 4217 code
     * @param amount1000 the amount times 1,000
     * @since 0.1
     */
    record Currency(String fallback, String code, long amount1000) implements BodyParameter {
        private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

        public Currency {
            Check.templateText("currency.fallback_value", fallback);
            Check.matches("currency.code", code, CODE, "be three capital letters such as INR");
        }

        @Override
        public String toString() {
            return "Currency[code=" + code + "]";
        }
    }

    /**
     * A date or time, as text.
     *
     * @param fallback what is shown
     * @since 0.1
     */
    record DateTime(String fallback) implements BodyParameter {
        public DateTime {
            Check.templateText("date_time.fallback_value", fallback);
        }

        @Override
        public String toString() {
            return "DateTime[…]";
        }
    }

    /**
     * A group that the person is invited to; library templates only.
     *
     * @param groupId the group
     * @since 0.1
     */
    record GroupId(String groupId) implements BodyParameter {
        public GroupId {
            Check.present("group_id", groupId);
        }

        @Override
        public String toString() {
            return "GroupId[…]";
        }
    }

    /**
     * A picture for a header.
     *
     * @param source the file
     * @since 0.1
     */
    record Image(MediaSource source) implements HeaderParameter {
        public Image {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.IMAGE;
        }
    }

    /**
     * A video for a header.
     *
     * @param source the file
     * @since 0.1
     */
    record Video(MediaSource source) implements HeaderParameter {
        public Video {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.VIDEO;
        }
    }

    /**
     * A silent looping MP4, at most 3.5 MB, through the marketing endpoint only, for a header.
     *
     * @param source the file
     * @since 0.1
     */
    record Gif(MediaSource source) implements HeaderParameter {
        public Gif {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.GIF;
        }
    }

    /**
     * A point on the map for a header.
     *
     * @param location the point
     * @since 0.1
     */
    record Location(GeoLocation location) implements HeaderParameter {
        public Location {
            Objects.requireNonNull(location, "location");
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.LOCATION;
        }
    }

    /**
     * A product for a header.
     *
     * @param catalogId the catalog
     * @param productRetailerId the product id in the catalog
     * @since 0.1
     */
    record Product(String catalogId, String productRetailerId) implements HeaderParameter {
        public Product {
            Check.present("product.catalog_id", catalogId);
            Check.present("product.product_retailer_id", productRetailerId);
        }

        @Override
        public HeaderFormat format() {
            return HeaderFormat.PRODUCT;
        }
    }

    /**
     * A file for a header.
     *
     * @since 0.1
     */
    final class Document implements HeaderParameter {
        private final MediaSource source;
        private final @Nullable String filename;

        private Document(MediaSource source, @Nullable String filename) {
            this.source = Objects.requireNonNull(source, "source");
            this.filename = Check.optional("document.filename", filename);
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
        public HeaderFormat format() {
            return HeaderFormat.DOCUMENT;
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
