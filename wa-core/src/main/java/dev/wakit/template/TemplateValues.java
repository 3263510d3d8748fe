package dev.wakit.template;

import dev.wakit.internal.Check;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.template.TemplateParameter.NamedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values for the header, body and buttons of a template, or of one card of its carousel. Immutable.
 *
 * <p>The body takes positional or named values, not both. No {@code toString} shows a value.
 *
 * @since 0.1
 */
public final class TemplateValues {
    /** The most buttons of a template: {@value}. */
    public static final int MAX_BUTTONS = 10;

    private static final TemplateValues NONE = builder().build();

    private final @Nullable HeaderParameter header;
    private final List<BodyParameter> body;
    private final Map<Integer, ButtonParameter> buttons;

    private TemplateValues(Builder builder) {
        this.header = builder.header;
        this.body = List.copyOf(builder.body);
        this.buttons = Collections.unmodifiableMap(new TreeMap<>(builder.buttons));
        checkBody();
    }

    /** Returns no values, for a template without variables. */
    public static TemplateValues none() {
        return NONE;
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.header = header;
        builder.body = new ArrayList<>(body);
        builder.buttons.putAll(buttons);
        return builder;
    }

    /** Returns the value of the header, if any. */
    public Optional<HeaderParameter> header() {
        return Optional.ofNullable(header);
    }

    /** Returns the values of the body in the order in which they were added; unmodifiable. */
    public List<BodyParameter> body() {
        return body;
    }

    /** Returns the values of the buttons by index, in ascending order; unmodifiable. */
    public Map<Integer, ButtonParameter> buttons() {
        return buttons;
    }

    /** Tells whether there are no values at all. */
    public boolean isEmpty() {
        return header == null && body.isEmpty() && buttons.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateValues that
                && Objects.equals(header, that.header)
                && body.equals(that.body)
                && buttons.equals(that.buttons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, body, buttons);
    }

    @Override
    public String toString() {
        return "TemplateValues[header=" + (header == null ? "none" : header.format()) + ", body=" + body.size()
                + " parameters, buttons=" + buttons.keySet() + "]";
    }

    private void checkBody() {
        List<NamedText> named = body.stream()
                .filter(NamedText.class::isInstance)
                .map(NamedText.class::cast)
                .toList();
        Check.that(
                named.isEmpty() || named.size() == body.size(),
                "template body",
                "must not mix named and positional parameters, because a template has one or the other.");
        Check.unique("template parameter names", named, NamedText::name);
    }

    /**
     * Builds {@link TemplateValues}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable HeaderParameter header;
        private List<BodyParameter> body = new ArrayList<>();
        private final Map<Integer, ButtonParameter> buttons = new TreeMap<>();

        private Builder() {}

        /** Sets the body to texts for its positional variables, in order. */
        public Builder body(String... texts) {
            return body(IntStream.range(0, texts.length)
                    .mapToObj(i -> positional(i + 1, texts[i]))
                    .toList());
        }

        /** Adds a text for a named variable of the body. */
        public Builder namedBody(String name, String text) {
            return addBody(TemplateParameter.namedText(name, text));
        }

        /** Sets the values of the body, replacing earlier ones. */
        public Builder body(List<? extends BodyParameter> parameters) {
            body = new ArrayList<>(parameters);
            return this;
        }

        /** Adds a value to the body. */
        public Builder addBody(BodyParameter parameter) {
            body.add(Objects.requireNonNull(parameter, "parameter"));
            return this;
        }

        /** Sets the value of the header. */
        public Builder header(HeaderParameter parameter) {
            header = Objects.requireNonNull(parameter, "parameter");
            return this;
        }

        /** Sets the text for the positional variable of the header. */
        public Builder headerText(String text) {
            return header(TemplateParameter.text(text));
        }

        /** Sets the text for the named variable of the header. */
        public Builder headerNamedText(String name, String text) {
            return header(TemplateParameter.namedText(name, text));
        }

        /** Sets the picture of the header. */
        public Builder headerImage(MediaSource source) {
            return header(new TemplateParameter.Image(source));
        }

        /** Sets the video of the header. */
        public Builder headerVideo(MediaSource source) {
            return header(new TemplateParameter.Video(source));
        }

        /** Sets the document of the header, without a file name. */
        public Builder headerDocument(MediaSource source) {
            return header(TemplateParameter.document(source));
        }

        /** Sets the document of the header and the name that it is saved under. */
        public Builder headerDocument(MediaSource source, String filename) {
            return header(TemplateParameter.document(source, filename));
        }

        /** Sets the silent looping video of the header; marketing endpoint only. */
        public Builder headerGif(MediaSource source) {
            return header(new TemplateParameter.Gif(source));
        }

        /** Sets the point on the map of the header. */
        public Builder headerLocation(GeoLocation location) {
            return header(new TemplateParameter.Location(location));
        }

        /** Sets the product of the header. */
        public Builder headerProduct(String catalogId, String productRetailerId) {
            return header(new TemplateParameter.Product(catalogId, productRetailerId));
        }

        /**
         * Sets the value of a button.
         *
         * @param index the position in the list of all buttons of the template, from 0 to 9
         * @param parameter the value
         */
        public Builder button(int index, ButtonParameter parameter) {
            Check.range("button index", index, 0, MAX_BUTTONS - 1);
            buttons.put(index, Objects.requireNonNull(parameter, "parameter"));
            return this;
        }

        /**
         * Returns the values, after checking them.
         *
         * @throws dev.wakit.InvalidMessageException if positional and named parameters are mixed, or a name is repeated
         */
        public TemplateValues build() {
            return new TemplateValues(this);
        }

        private static BodyParameter positional(int position, String text) {
            return TemplateParameter.text(Check.templateText("template parameter {{" + position + "}}", text));
        }
    }
}
