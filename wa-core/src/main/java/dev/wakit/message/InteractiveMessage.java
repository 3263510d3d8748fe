package dev.wakit.message;

import dev.wakit.InvalidMessageException;
import dev.wakit.internal.Check;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.InteractiveKind;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something to tap: an {@link InteractiveAction} with a header, body and footer around it. Immutable.
 *
 * <p>Which parts are allowed and how long the body may be depends on the action and stands in {@link
 * InteractiveKind}.
 *
 * @since 0.1
 */
public final class InteractiveMessage implements Message {
    /** The most characters of a footer: {@value}. */
    public static final int MAX_FOOTER = 60;

    private final InteractiveAction action;
    private final @Nullable InteractiveHeader header;
    private final @Nullable String body;
    private final @Nullable String footer;

    private InteractiveMessage(Builder builder) {
        this.action = Objects.requireNonNull(builder.action, "action");
        this.header = builder.header;
        this.body = builder.body;
        this.footer = Check.optionalText("interactive.footer", builder.footer, MAX_FOOTER);
        checkFrame();
    }

    /** Returns a builder that begins with what the person can do. */
    public static Builder builder(InteractiveAction action) {
        return new Builder(action);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(action);
        builder.header = header;
        builder.body = body;
        builder.footer = footer;
        return builder;
    }

    /** Returns what the person can do. */
    public InteractiveAction action() {
        return action;
    }

    /** Returns what stands above the body, if any. */
    public Optional<InteractiveHeader> header() {
        return Optional.ofNullable(header);
    }

    /** Returns the text, if any. */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /** Returns the small text below, if any. */
    public Optional<String> footer() {
        return Optional.ofNullable(footer);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.INTERACTIVE;
    }

    private void checkFrame() {
        InteractiveKind rules = action.kind();
        Check.optionalText("interactive.body", body, rules.bodyLimit());
        Check.that(body != null || !rules.requiresBody(), "interactive.body", "must be set for " + rules + ".");
        Check.that(footer == null || rules.allowsFooter(), "interactive.footer", "must not be set for " + rules + ".");
        Check.that(header != null || !rules.requiresHeader(), "interactive.header", "must be set for " + rules + ".");
        if (header != null && !rules.headers().contains(header.format())) {
            String allowed = rules.headers().isEmpty() ? "none" : "one of " + new TreeSet<>(rules.headers());
            throw new InvalidMessageException(
                    "interactive.header", "must be " + allowed + " for " + rules + ", but is " + header.format() + ".");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InteractiveMessage that
                && action.equals(that.action)
                && Objects.equals(header, that.header)
                && Objects.equals(body, that.body)
                && Objects.equals(footer, that.footer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, header, body, footer);
    }

    @Override
    public String toString() {
        return "InteractiveMessage[action=" + action.kind() + ", header=" + (header == null ? "none" : header.format())
                + "]";
    }

    /**
     * Builds an {@link InteractiveMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final InteractiveAction action;
        private @Nullable InteractiveHeader header;
        private @Nullable String body;
        private @Nullable String footer;

        private Builder(InteractiveAction action) {
            this.action = action;
        }

        /** Sets what stands above the body. */
        public Builder header(InteractiveHeader header) {
            this.header = Objects.requireNonNull(header, "header");
            return this;
        }

        /** Sets the text; at most 1,024 characters, 4,096 with a list. */
        public Builder body(String body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /** Sets the small text below; at most 60 characters. */
        public Builder footer(String footer) {
            this.footer = Objects.requireNonNull(footer, "footer");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public InteractiveMessage build() {
            return new InteractiveMessage(this);
        }
    }
}
