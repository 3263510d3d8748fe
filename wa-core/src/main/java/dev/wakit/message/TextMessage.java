package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.Objects;

/**
 * A plain text, with or without a preview of its first link. Immutable.
 *
 * @since 0.1
 */
public final class TextMessage implements Message {
    /** The most characters of a text: {@value}. */
    public static final int MAX_BODY = 4096;

    private final String body;
    private final boolean previewLinks;

    private TextMessage(Builder builder) {
        this.body = Check.text("text.body", builder.body, MAX_BODY);
        this.previewLinks = builder.previewLinks;
    }

    /** Returns a {@code TextMessage} with just the text; at most 4,096 characters. */
    public static TextMessage of(String body) {
        return builder(body).build();
    }

    /** Returns a builder that begins with the text; at most 4,096 characters. */
    public static Builder builder(String body) {
        return new Builder(body);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(body);
        builder.previewLinks = previewLinks;
        return builder;
    }

    /** Returns the text. */
    public String body() {
        return body;
    }

    /** Tells whether WhatsApp shows a preview of the first http or https link. */
    public boolean previewLinks() {
        return previewLinks;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.TEXT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextMessage that && body.equals(that.body) && previewLinks == that.previewLinks;
    }

    @Override
    public int hashCode() {
        return Objects.hash(body, previewLinks);
    }

    @Override
    public String toString() {
        return "TextMessage[body=" + Check.length(body) + " characters, previewLinks=" + previewLinks + "]";
    }

    /**
     * Builds a {@link TextMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String body;
        private boolean previewLinks;

        private Builder(String body) {
            this.body = body;
        }

        /** Sets whether WhatsApp shows a preview of the first http or https link; false by default. */
        public Builder previewLinks(boolean previewLinks) {
            this.previewLinks = previewLinks;
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public TextMessage build() {
            return new TextMessage(this);
        }
    }
}
