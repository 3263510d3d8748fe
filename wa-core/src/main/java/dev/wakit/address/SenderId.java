package dev.wakit.address;

import dev.wakit.internal.Check;

/**
 * The id of a business phone number at a provider account, such as Meta's phone number id. Immutable.
 *
 * @param value the id as the provider writes it, at most 256 characters
 * @since 0.1
 */
public record SenderId(String value) {
    private static final int MAX_LENGTH = 256;

    public SenderId {
        Check.text("sender", value, MAX_LENGTH);
    }

    /** Returns the id of a text. */
    public static SenderId of(String value) {
        return new SenderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
