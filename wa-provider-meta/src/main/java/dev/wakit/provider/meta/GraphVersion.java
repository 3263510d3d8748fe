package dev.wakit.provider.meta;

import java.util.regex.Pattern;

/**
 * A version of the Graph API, such as {@code v25.0}; each one is supported for about two years.
 *
 * <p>Immutable.
 *
 * @param value the path segment
 * @since 0.1
 */
public record GraphVersion(String value) {

    private static final Pattern FORM = Pattern.compile("v\\d{1,3}\\.\\d");

    /** The version that this release was written against. */
    public static final GraphVersion V25_0 = new GraphVersion("v25.0");

    /** Checks the form. */
    public GraphVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Graph version '" + value + "' is not valid. Write it like v25.0.");
        }
    }

    /** Wraps a version. */
    public static GraphVersion of(String value) {
        return new GraphVersion(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
