package dev.wakit.template.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One card of the carousel of a new template. Immutable.
 *
 * <p>All cards of a carousel have the same parts: the same header format, a body or none, the same button types in the same
 * order.
 *
 * @since 0.1
 */
public final class CardDefinition {
    private final HeaderDefinition header;
    private final @Nullable BodyDefinition body;
    private final List<ButtonDefinition> buttons;

    private CardDefinition(HeaderDefinition header, @Nullable BodyDefinition body, List<ButtonDefinition> buttons) {
        this.header = Objects.requireNonNull(header, "header");
        this.body = body;
        this.buttons = List.copyOf(buttons);
    }

    /** Returns a builder of a card with this header: a picture, a video or a product. */
    public static Builder builder(HeaderDefinition header) {
        return new Builder(header);
    }

    /** Returns the header. */
    public HeaderDefinition header() {
        return header;
    }

    /** Returns the body, if any. */
    public Optional<BodyDefinition> body() {
        return Optional.ofNullable(body);
    }

    /** Returns the buttons in order; unmodifiable. */
    public List<ButtonDefinition> buttons() {
        return buttons;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardDefinition that
                && header.equals(that.header)
                && Objects.equals(body, that.body)
                && buttons.equals(that.buttons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, body, buttons);
    }

    @Override
    public String toString() {
        return "CardDefinition[header=" + header.format() + ", buttons=" + buttons.size() + "]";
    }

    /**
     * Builds a {@link CardDefinition}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final HeaderDefinition header;
        private @Nullable BodyDefinition body;
        private final List<ButtonDefinition> buttons = new ArrayList<>();

        private Builder(HeaderDefinition header) {
            this.header = header;
        }

        /** Sets the body to a text, at most 160 characters, with numbered variables or none. */
        public Builder body(String text, String... examples) {
            return body(BodyDefinition.text(text, examples));
        }

        /** Sets the body. */
        public Builder body(BodyDefinition body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /** Adds a button. */
        public Builder addButton(ButtonDefinition button) {
            buttons.add(Objects.requireNonNull(button, "button"));
            return this;
        }

        /** Returns the card. */
        public CardDefinition build() {
            return new CardDefinition(header, body, buttons);
        }
    }
}
