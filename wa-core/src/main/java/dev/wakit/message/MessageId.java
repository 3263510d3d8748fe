package dev.wakit.message;

import dev.wakit.internal.Check;

/**
 * The id of a message at the provider, such as Meta's {@code wamid.…}; opaque. Immutable.
 *
 * <p>A wamid contains the phone number in Base64, so {@code toString} is masked; use {@link #value()} to store it.
 *
 * @param value the id as the provider writes it, at most 512 characters
 * @since 0.1
 */
public record MessageId(String value) {
    /** The most characters of an id: {@value}. */
    public static final int MAX_LENGTH = 512;

    private static final int SHOWN = 6;

    public MessageId {
        Check.text("message id", value, MAX_LENGTH);
    }

    /** Returns the id of a text. */
    public static MessageId of(String value) {
        return new MessageId(value);
    }

    /** Returns the id with all but its last 6 characters hidden; safe to log. */
    @Override
    public String toString() {
        return "•••••" + (value.length() > 2 * SHOWN ? value.substring(value.length() - SHOWN) : "");
    }
}
