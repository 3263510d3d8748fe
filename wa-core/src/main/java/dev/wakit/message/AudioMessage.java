package dev.wakit.message;

import dev.wakit.media.MediaSource;
import java.util.Objects;

/**
 * A sound, played as music or as a voice note. It has no caption. Immutable.
 *
 * @since 0.1
 */
public final class AudioMessage implements Message {
    private final MediaSource source;
    private final boolean voice;

    private AudioMessage(Builder builder) {
        this.source = Objects.requireNonNull(builder.source, "source");
        this.voice = builder.voice;
    }

    /** Returns an {@code AudioMessage} with just the sound. */
    public static AudioMessage of(MediaSource source) {
        return builder(source).build();
    }

    /** Returns a builder that begins with the sound. */
    public static Builder builder(MediaSource source) {
        return new Builder(source);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(source);
        builder.voice = voice;
        return builder;
    }

    /** Returns the sound. */
    public MediaSource source() {
        return source;
    }

    /** Tells whether it is a voice note, which needs an OGG file with the OPUS codec. */
    public boolean voice() {
        return voice;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.AUDIO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AudioMessage that && source.equals(that.source) && voice == that.voice;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, voice);
    }

    @Override
    public String toString() {
        return "AudioMessage[source=" + source + ", voice=" + voice + "]";
    }

    /**
     * Builds an {@link AudioMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final MediaSource source;
        private boolean voice;

        private Builder(MediaSource source) {
            this.source = source;
        }

        /** Sets whether it is a voice note, which needs an OGG file with the OPUS codec; false by default. */
        public Builder voice(boolean voice) {
            this.voice = voice;
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public AudioMessage build() {
            return new AudioMessage(this);
        }
    }
}
