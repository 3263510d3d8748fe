package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One card of a {@link MediaCarousel}: a picture or video, a text and a button. Immutable.
 *
 * @since 0.1
 */
public final class MediaCarouselCard {
    /** The most characters of the text: {@value}. */
    public static final int MAX_BODY = 160;

    private static final int MAX_LINE_BREAKS = 2;

    private final InteractiveHeader header;
    private final UrlButton button;
    private final @Nullable String body;

    private MediaCarouselCard(Builder builder) {
        this.header = Objects.requireNonNull(builder.header, "header");
        this.button = Objects.requireNonNull(builder.button, "button");
        this.body = Check.optionalText("card.body", builder.body, MAX_BODY);
        Check.that(
                header.format() == InteractiveHeader.Format.IMAGE || header.format() == InteractiveHeader.Format.VIDEO,
                "card.header",
                "must be an image or a video.");
        Check.that(
                body == null || body.chars().filter(c -> c == '\n').count() <= MAX_LINE_BREAKS,
                "card.body",
                "must have at most 2 line breaks.");
    }

    /** Returns a {@code MediaCarouselCard} with just the picture or video and the button. */
    public static MediaCarouselCard of(InteractiveHeader header, UrlButton button) {
        return builder(header, button).build();
    }

    /** Returns a builder that begins with the picture or video and the button. */
    public static Builder builder(InteractiveHeader header, UrlButton button) {
        return new Builder(header, button);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(header, button);
        builder.body = body;
        return builder;
    }

    /** Returns the picture or video. */
    public InteractiveHeader header() {
        return header;
    }

    /** Returns the button. */
    public UrlButton button() {
        return button;
    }

    /** Returns the text, if any. */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaCarouselCard that
                && header.equals(that.header)
                && button.equals(that.button)
                && Objects.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, button, body);
    }

    @Override
    public String toString() {
        return "MediaCarouselCard[header=" + header + ", button=" + button + "]";
    }

    /**
     * Builds a {@link MediaCarouselCard}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final InteractiveHeader header;
        private final UrlButton button;
        private @Nullable String body;

        private Builder(InteractiveHeader header, UrlButton button) {
            this.header = header;
            this.button = button;
        }

        /** Sets the text; at most 160 characters and 2 line breaks. */
        public Builder body(String body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public MediaCarouselCard build() {
            return new MediaCarouselCard(this);
        }
    }
}
