package dev.wakit.provider;

import java.util.regex.Pattern;

/**
 * The name of a provider instance, such as {@code meta} or {@code meta-india}.
 *
 * <p>1 to 40 lower-case letters, digits or {@code -}. Immutable.
 *
 * @param value the name
 * @since 0.1
 */
public record ProviderId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Checks the form. */
    public ProviderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Provider name '" + value + "' is not valid. Use 1 to 40 lower-case letters, digits or '-'.");
        }
    }

    /** Wraps a name. */
    public static ProviderId of(String value) {
        return new ProviderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
