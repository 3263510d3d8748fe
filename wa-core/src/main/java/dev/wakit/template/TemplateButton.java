package dev.wakit.template;

import dev.wakit.internal.Placeholders;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button of an approved template. Immutable.
 *
 * @since 0.1
 */
public final class TemplateButton {
    private final TemplateButtonType type;
    private final @Nullable String text;
    private final @Nullable String url;
    private final @Nullable String phoneNumber;

    private TemplateButton(Builder builder) {
        this.type = Objects.requireNonNull(builder.type, "type");
        this.text = builder.text;
        this.url = builder.url;
        this.phoneNumber = builder.phoneNumber;
    }

    /** Returns a {@code TemplateButton} with just the type. */
    public static TemplateButton of(TemplateButtonType type) {
        return builder(type).build();
    }

    /** Returns a builder that begins with the type. */
    public static Builder builder(TemplateButtonType type) {
        return new Builder(type);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(type);
        builder.text = text;
        builder.url = url;
        builder.phoneNumber = phoneNumber;
        return builder;
    }

    /** Returns the type. */
    public TemplateButtonType type() {
        return type;
    }

    /** Returns what the person sees, if any. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** Returns the address of a URL button, with its variable, if any. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** Returns the number of a telephone button, if any. */
    public Optional<String> phoneNumber() {
        return Optional.ofNullable(phoneNumber);
    }

    /** Tells whether a value must be given for this button whenever the template is sent. */
    public boolean requiresParameter() {
        return type.requiresParameter() || hasUrlVariable();
    }

    /** Tells whether a value may be given for this button at all. */
    public boolean takesParameter() {
        return type.parameter().isPresent() && (type != TemplateButtonType.URL || hasUrlVariable());
    }

    /** Tells whether a value of this sort may be given for this button. */
    public boolean accepts(ButtonParameter parameter) {
        return takesParameter()
                && type.parameter().filter(sort -> sort.isInstance(parameter)).isPresent();
    }

    private boolean hasUrlVariable() {
        return url != null && !Placeholders.in(url).isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateButton that
                && type.equals(that.type)
                && Objects.equals(text, that.text)
                && Objects.equals(url, that.url)
                && Objects.equals(phoneNumber, that.phoneNumber);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, text, url, phoneNumber);
    }

    @Override
    public String toString() {
        return "TemplateButton[type=" + type + ", text=" + text + "]";
    }

    /**
     * Builds a {@link TemplateButton}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final TemplateButtonType type;
        private @Nullable String text;
        private @Nullable String url;
        private @Nullable String phoneNumber;

        private Builder(TemplateButtonType type) {
            this.type = type;
        }

        /** Sets what the person sees. */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Sets the address of a URL button, with its variable. */
        public Builder url(String url) {
            this.url = Objects.requireNonNull(url, "url");
            return this;
        }

        /** Sets the number of a telephone button. */
        public Builder phoneNumber(String phoneNumber) {
            this.phoneNumber = Objects.requireNonNull(phoneNumber, "phoneNumber");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public TemplateButton build() {
            return new TemplateButton(this);
        }
    }
}
