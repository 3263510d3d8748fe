package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import dev.wakit.internal.JsonValues;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that opens a WhatsApp Flow: a form inside the chat. Immutable.
 *
 * @since 0.1
 */
public final class FlowAction implements InteractiveAction {
    /** The most characters of the button: {@value}. */
    public static final int MAX_CALL_TO_ACTION = 30;

    private final String flow;
    private final String callToAction;
    private final boolean byName;
    private final String token;
    private final boolean draft;
    private final boolean dataExchange;
    private final @Nullable String screen;
    private final Map<String, Object> data;

    private FlowAction(Builder builder) {
        this.flow = Check.present("flow.flow_id", builder.flow);
        this.callToAction = Check.text("flow.flow_cta", builder.callToAction, MAX_CALL_TO_ACTION);
        this.byName = builder.byName;
        this.token = Check.present("flow.flow_token", builder.token);
        this.draft = builder.draft;
        this.dataExchange = builder.dataExchange;
        this.screen = Check.optional("flow.screen", builder.screen);
        this.data = JsonValues.copy("flow.data", builder.data);
        Check.that(
                !dataExchange || (screen == null && data.isEmpty()),
                "flow.data_exchange",
                "must have no screen and no data, because your endpoint gives them. Remove them or dataExchange.");
        Check.that(screen != null || data.isEmpty(), "flow.data", "must have a screen to go to. Set screen.");
    }

    /**
     * Returns a {@code FlowAction} with just the flow, by id or by name and the text of the button; text at most 30
     * characters, no emoji.
     */
    public static FlowAction of(String flow, String callToAction) {
        return builder(flow, callToAction).build();
    }

    /**
     * Returns a builder that begins with the flow, by id or by name, and the text of the button.
     *
     * <p>The text has at most 30 characters and no emoji.
     */
    public static Builder builder(String flow, String callToAction) {
        return new Builder(flow, callToAction);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(flow, callToAction);
        builder.byName = byName;
        builder.token = token;
        builder.draft = draft;
        builder.dataExchange = dataExchange;
        builder.screen = screen;
        builder.data = data;
        return builder;
    }

    /** Returns the flow, by id or by name. */
    public String flow() {
        return flow;
    }

    /** Returns the text of the button. */
    public String callToAction() {
        return callToAction;
    }

    /** Tells whether the flow is given by its name instead of its id. */
    public boolean byName() {
        return byName;
    }

    /** Returns the token that the answer carries, where your own id of the flow belongs. */
    public String token() {
        return token;
    }

    /** Tells whether the draft of the flow is opened, for tests. */
    public boolean draft() {
        return draft;
    }

    /** Tells whether the first screen is asked from your endpoint; then there is no screen and no data. */
    public boolean dataExchange() {
        return dataExchange;
    }

    /** Returns the first screen, if any. */
    public Optional<String> screen() {
        return Optional.ofNullable(screen);
    }

    /** Returns what the first screen is given: strings, numbers, booleans, lists, maps. */
    public Map<String, Object> data() {
        return data;
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.FLOW;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowAction that
                && flow.equals(that.flow)
                && callToAction.equals(that.callToAction)
                && byName == that.byName
                && token.equals(that.token)
                && draft == that.draft
                && dataExchange == that.dataExchange
                && Objects.equals(screen, that.screen)
                && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(flow, callToAction, byName, token, draft, dataExchange, screen, data);
    }

    @Override
    public String toString() {
        return "FlowAction[flow=" + flow + ", dataExchange=" + dataExchange + "]";
    }

    /**
     * Builds a {@link FlowAction}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String flow;
        private final String callToAction;
        private boolean byName;
        private String token = "unused";
        private boolean draft;
        private boolean dataExchange;
        private @Nullable String screen;
        private Map<String, ?> data = Map.of();

        private Builder(String flow, String callToAction) {
            this.flow = flow;
            this.callToAction = callToAction;
        }

        /** Sets whether the flow is given by its name instead of its id; false by default. */
        public Builder byName(boolean byName) {
            this.byName = byName;
            return this;
        }

        /** Sets the token that the answer carries, where your own id of the flow belongs; "unused" by default. */
        public Builder token(String token) {
            this.token = Objects.requireNonNull(token, "token");
            return this;
        }

        /** Sets whether the draft of the flow is opened, for tests; false by default. */
        public Builder draft(boolean draft) {
            this.draft = draft;
            return this;
        }

        /**
         * Sets whether the first screen is asked from your endpoint; then there is no screen and no data; false by
         * default.
         */
        public Builder dataExchange(boolean dataExchange) {
            this.dataExchange = dataExchange;
            return this;
        }

        /** Sets the first screen. */
        public Builder screen(String screen) {
            this.screen = Objects.requireNonNull(screen, "screen");
            return this;
        }

        /** Sets what the first screen is given: strings, numbers, booleans, lists, maps; Map.of() by default. */
        public Builder data(Map<String, ?> data) {
            this.data = Objects.requireNonNull(data, "data");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public FlowAction build() {
            return new FlowAction(this);
        }
    }
}
