package dev.wakit.provider.twilio.content;

import dev.wakit.InvalidMessageException;
import java.util.regex.Pattern;

/**
 * The SID of a Content. Immutable.
 *
 * @param value {@code HX} and 32 hexadecimal digits
 * @since 0.1
 */
public record ContentSid(String value) {

    private static final Pattern FORM = Pattern.compile("HX[0-9a-fA-F]{32}");

    /**
     * Checks the form.
     *
     * @throws InvalidMessageException if it is not the SID of a Content
     */
    public ContentSid {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidMessageException(
                    "contentSid",
                    "must be HX and 32 hexadecimal digits, but the " + value.length()
                            + " characters given are not. Copy it from the Content Template Builder.");
        }
    }

    /** Returns the SID of a text. */
    public static ContentSid of(String value) {
        return new ContentSid(value);
    }

    /** Whether a text has the form of one. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
