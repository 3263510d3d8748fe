package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that calls the business on WhatsApp. Immutable.
 *
 * @since 0.1
 */
public final class VoiceCall implements InteractiveAction {
    /** The most characters of the text: {@value}. */
    public static final int MAX_DISPLAY_TEXT = 20;

    private static final int MAX_MINUTES = 43_200;

    private final String displayText;
    private final Duration ttl;
    private final @Nullable String payload;

    private VoiceCall(Builder builder) {
        this.displayText = Check.text("voice_call.display_text", builder.displayText, MAX_DISPLAY_TEXT);
        this.ttl = checkTtl(builder.ttl);
        this.payload = Check.optional("voice_call.payload", builder.payload);
    }

    /** Returns a {@code VoiceCall} with just the text of the button; at most 20 characters. */
    public static VoiceCall of(String displayText) {
        return builder(displayText).build();
    }

    /** Returns a builder that begins with the text of the button; at most 20 characters. */
    public static Builder builder(String displayText) {
        return new Builder(displayText);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(displayText);
        builder.ttl = ttl;
        builder.payload = payload;
        return builder;
    }

    /** Returns the text of the button. */
    public String displayText() {
        return displayText;
    }

    /** Returns how long the button works, in whole minutes. */
    public Duration ttl() {
        return ttl;
    }

    /** Returns what the call webhook carries, if any. */
    public Optional<String> payload() {
        return Optional.ofNullable(payload);
    }

    private static Duration checkTtl(Duration ttl) {
        Check.range("voice_call.ttl_minutes", ttl.toMinutes(), 1, MAX_MINUTES);
        return ttl;
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.VOICE_CALL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoiceCall that
                && displayText.equals(that.displayText)
                && ttl.equals(that.ttl)
                && Objects.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(displayText, ttl, payload);
    }

    @Override
    public String toString() {
        return "VoiceCall[ttl=" + ttl + "]";
    }

    /**
     * Builds a {@link VoiceCall}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String displayText;
        private Duration ttl = Duration.ofDays(7);
        private @Nullable String payload;

        private Builder(String displayText) {
            this.displayText = displayText;
        }

        /**
         * Sets how long the button works, in whole minutes; 1 minute to 43,200 minutes (30 days);
         * Duration.ofDays(7) by default.
         */
        public Builder ttl(Duration ttl) {
            this.ttl = Objects.requireNonNull(ttl, "ttl");
            return this;
        }

        /** Sets what the call webhook carries. */
        public Builder payload(String payload) {
            this.payload = Objects.requireNonNull(payload, "payload");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public VoiceCall build() {
            return new VoiceCall(this);
        }
    }
}
