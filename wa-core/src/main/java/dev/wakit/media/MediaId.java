package dev.wakit.media;

import dev.wakit.internal.Check;

/**
 * The id of a file that was uploaded to the provider; it expires there. Immutable.
 *
 * @param value the id as the provider writes it, at most 256 characters
 * @since 0.1
 */
public record MediaId(String value) implements MediaSource {
    private static final int MAX_LENGTH = 256;

    public MediaId {
        Check.text("media.id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
