package dev.wakit.template.definition;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that opens a flow. Immutable.
 *
 * @since 0.1
 */
public final class FlowButton implements ButtonDefinition {

    /** How the flow is named. */
    public enum Source {
        /** By its id. */
        ID,
        /** By its name. */
        NAME,
        /** By its whole JSON. */
        JSON
    }

    /** What opening does. */
    public enum Action {
        /** Shows a screen at once. */
        NAVIGATE,
        /** Asks your endpoint for the first screen. */
        DATA_EXCHANGE
    }

    /** The picture on the button. */
    public enum Icon {
        /** A sheet of paper. */
        DOCUMENT,
        /** A price tag. */
        PROMOTION,
        /** A star. */
        REVIEW
    }

    private final String text;
    private final Source source;
    private final String flow;
    private final @Nullable Action action;
    private final @Nullable String screen;
    private final @Nullable Icon icon;

    private FlowButton(Builder builder) {
        this.text = builder.text;
        this.source = builder.source;
        this.flow = builder.flow;
        this.action = builder.action;
        this.screen = builder.screen;
        this.icon = builder.icon;
    }

    /**
     * Returns a builder.
     *
     * @param text the label, at most 25 characters
     * @param source how the flow is named
     * @param flow its id, name or JSON
     */
    public static Builder builder(String text, Source source, String flow) {
        return new Builder(text, source, flow);
    }

    @Override
    public String text() {
        return text;
    }

    /** Returns how the flow is named. */
    public Source source() {
        return source;
    }

    /** Returns the id, name or JSON of the flow. */
    public String flow() {
        return flow;
    }

    /** Returns what opening does; the provider's default if empty. */
    public Optional<Action> action() {
        return Optional.ofNullable(action);
    }

    /** Returns the screen that is shown first, if any is named. */
    public Optional<String> screen() {
        return Optional.ofNullable(screen);
    }

    /** Returns the picture on the button, if any. */
    public Optional<Icon> icon() {
        return Optional.ofNullable(icon);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowButton that
                && text.equals(that.text)
                && source.equals(that.source)
                && flow.equals(that.flow)
                && Objects.equals(action, that.action)
                && Objects.equals(screen, that.screen)
                && Objects.equals(icon, that.icon);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, source, flow, action, screen, icon);
    }

    @Override
    public String toString() {
        return "FlowButton[text=" + text + ", source=" + source + "]";
    }

    /**
     * Builds a {@link FlowButton}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String text;
        private final Source source;
        private final String flow;
        private @Nullable Action action;
        private @Nullable String screen;
        private @Nullable Icon icon;

        private Builder(String text, Source source, String flow) {
            this.text = Objects.requireNonNull(text, "text");
            this.source = Objects.requireNonNull(source, "source");
            this.flow = Objects.requireNonNull(flow, "flow");
        }

        /** Lets the flow begin with a screen. */
        public Builder navigate(String screen) {
            this.action = Action.NAVIGATE;
            this.screen = Objects.requireNonNull(screen, "screen");
            return this;
        }

        /** Lets the flow begin by asking your endpoint. */
        public Builder dataExchange() {
            this.action = Action.DATA_EXCHANGE;
            this.screen = null;
            return this;
        }

        /** Sets the picture on the button. */
        public Builder icon(Icon icon) {
            this.icon = Objects.requireNonNull(icon, "icon");
            return this;
        }

        /** Returns the button. */
        public FlowButton build() {
            return new FlowButton(this);
        }
    }
}
