package dev.wakit.template;

import dev.wakit.internal.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The header, body, footer and buttons of an approved template, or of one card of its carousel. Immutable.
 *
 * <p>Nothing is checked: it holds what the provider reported.
 *
 * @since 0.1
 */
public final class TemplateParts {
    private final String body;
    private final HeaderFormat headerFormat;
    private final @Nullable String headerText;
    private final @Nullable String footer;
    private final List<TemplateButton> buttons;

    private TemplateParts(Builder builder) {
        this.body = builder.body;
        this.headerFormat = builder.headerFormat;
        this.headerText = builder.headerText;
        this.footer = builder.footer;
        this.buttons = List.copyOf(builder.buttons);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.body = body;
        builder.headerFormat = headerFormat;
        builder.headerText = headerText;
        builder.footer = footer;
        builder.buttons = new ArrayList<>(buttons);
        return builder;
    }

    /** Returns the text of the body, with its variables. */
    public String body() {
        return body;
    }

    /** Returns what stands above the body. */
    public HeaderFormat headerFormat() {
        return headerFormat;
    }

    /** Returns the text of a text header, with its variable, if any. */
    public Optional<String> headerText() {
        return Optional.ofNullable(headerText);
    }

    /** Returns the small text below, if any. */
    public Optional<String> footer() {
        return Optional.ofNullable(footer);
    }

    /** Returns the buttons, in the order of their index; unmodifiable. */
    public List<TemplateButton> buttons() {
        return buttons;
    }

    /** Returns the variables of the body: names in order of appearance, or "1", "2" and so on by number. */
    public List<String> bodyParameters() {
        return Placeholders.in(body);
    }

    /** Returns the variable of a text header, as a list of at most one; empty for other headers. */
    public List<String> headerParameters() {
        return headerText == null ? List.of() : Placeholders.in(headerText);
    }

    /** Returns the indexes of the buttons that need a value whenever the template is sent. */
    public List<Integer> requiredButtons() {
        return IntStream.range(0, buttons.size())
                .filter(index -> buttons.get(index).requiresParameter())
                .boxed()
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateParts that
                && body.equals(that.body)
                && headerFormat.equals(that.headerFormat)
                && Objects.equals(headerText, that.headerText)
                && Objects.equals(footer, that.footer)
                && buttons.equals(that.buttons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(body, headerFormat, headerText, footer, buttons);
    }

    @Override
    public String toString() {
        return "TemplateParts[headerFormat=" + headerFormat + ", bodyParameters=" + bodyParameters() + ", buttons="
                + buttons.size() + "]";
    }

    /**
     * Builds a {@link TemplateParts}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private String body = "";
        private HeaderFormat headerFormat = HeaderFormat.NONE;
        private @Nullable String headerText;
        private @Nullable String footer;
        private List<TemplateButton> buttons = new ArrayList<>();

        private Builder() {}

        /** Sets the text of the body, with its variables; "" by default. */
        public Builder body(String body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /** Sets what stands above the body; HeaderFormat.NONE by default. */
        public Builder headerFormat(HeaderFormat headerFormat) {
            this.headerFormat = Objects.requireNonNull(headerFormat, "headerFormat");
            return this;
        }

        /** Sets the text of a text header, with its variable. */
        public Builder headerText(String headerText) {
            this.headerText = Objects.requireNonNull(headerText, "headerText");
            return this;
        }

        /** Sets the small text below. */
        public Builder footer(String footer) {
            this.footer = Objects.requireNonNull(footer, "footer");
            return this;
        }

        /** Sets the buttons, in the order of their index, replacing earlier ones. */
        public Builder buttons(List<TemplateButton> buttons) {
            this.buttons = new ArrayList<>(buttons);
            return this;
        }

        /** Adds one to the buttons, in the order of their index. */
        public Builder addButton(TemplateButton button) {
            this.buttons.add(button);
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public TemplateParts build() {
            return new TemplateParts(this);
        }
    }
}
