package dev.wakit.internal;

import dev.wakit.InvalidMessageException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks of documented limits that throw {@link InvalidMessageException}; not API.
 *
 * <p>Lengths are counted in Unicode code points, so that an emoji outside the basic plane counts once.
 */
public final class Check {
    private static final int MAX_URL = 2000;
    private static final Pattern UNSAFE_IN_TEMPLATE = Pattern.compile("[\\n\\r\\t]| {5,}");

    private Check() {}

    /** Requires text that is not blank and has at most {@code max} characters. */
    public static String text(String field, @Nullable String value, int max) {
        Objects.requireNonNull(value, field);
        if (value.isBlank()) {
            throw new InvalidMessageException(field, "must not be blank. Give it a text or leave it out.");
        }
        return atMost(field, value, max);
    }

    /** Like {@link #text}, but lets an absent value through. */
    public static @Nullable String optionalText(String field, @Nullable String value, int max) {
        return value == null ? null : text(field, value, max);
    }

    /** Requires text that is not blank, of any length. */
    public static String present(String field, @Nullable String value) {
        return text(field, value, Integer.MAX_VALUE);
    }

    /** Like {@link #present}, but lets an absent value through. */
    public static @Nullable String optional(String field, @Nullable String value) {
        return value == null ? null : present(field, value);
    }

    /** Requires text that matches {@code pattern}; {@code rule} completes "must ...". */
    public static String matches(String field, @Nullable String value, Pattern pattern, String rule) {
        Objects.requireNonNull(value, field);
        if (!pattern.matcher(value).matches()) {
            throw new InvalidMessageException(
                    field,
                    String.format(Locale.ROOT, "must %s, but the %,d characters given do not.", rule, length(value)));
        }
        return value;
    }

    /** Requires text that WhatsApp accepts as a template parameter: no line break, tab or run of five spaces. */
    public static String templateText(String field, @Nullable String value) {
        String text = present(field, value);
        if (UNSAFE_IN_TEMPLATE.matcher(text).find()) {
            throw new InvalidMessageException(
                    field,
                    "must not contain a line break, a tab or more than 4 consecutive spaces;"
                            + " WhatsApp refuses them in template parameters. Replace them by single spaces.");
        }
        return text;
    }

    /** Requires an absolute http or https URL with a host, at most 2,000 characters. */
    public static URI url(String field, @Nullable URI value) {
        Objects.requireNonNull(value, field);
        if (!WebAddress.isWeb(value)) {
            throw new InvalidMessageException(field, "must be an absolute http or https URL. Write https://host/path.");
        }
        atMost(field, value.toString(), MAX_URL);
        return value;
    }

    /** Parses and checks a URL as {@link #url(String, URI)} does. */
    public static URI url(String field, @Nullable String value) {
        Objects.requireNonNull(value, field);
        URI uri;
        try {
            uri = URI.create(value);
        } catch (IllegalArgumentException malformed) {
            // The cause would repeat the URL, which may carry a signature, so it is left out on purpose.
            throw new InvalidMessageException(
                    field,
                    "must be a URL, but the " + length(value) + " characters given are not."
                            + " Percent-encode spaces and other special characters.");
        }
        return url(field, uri);
    }

    /** Requires between {@code min} and {@code max} elements and returns an immutable copy. */
    public static <T> List<T> size(String field, List<T> values, int min, int max) {
        List<T> copy = List.copyOf(values);
        if (copy.size() < min || copy.size() > max) {
            String limit = max == Integer.MAX_VALUE
                    ? String.format(Locale.ROOT, "at least %,d", min)
                    : String.format(Locale.ROOT, "%,d to %,d", min, max);
            throw new InvalidMessageException(
                    field, String.format(Locale.ROOT, "must have %s elements, but has %,d.", limit, copy.size()));
        }
        return copy;
    }

    /** Requires that {@code key} differs for every element. */
    public static <T, K> void unique(String field, List<T> values, Function<? super T, ? extends K> key) {
        Set<K> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(key.apply(values.get(i)))) {
                throw new InvalidMessageException(
                        field, "must be unique, but element " + i + " repeats an earlier one.");
            }
        }
    }

    /** Requires a number between {@code min} and {@code max}, both included. */
    public static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidMessageException(
                    field, String.format(Locale.ROOT, "must be between %,d and %,d, but is %,d.", min, max, value));
        }
        return value;
    }

    /** Throws unless {@code condition} holds; {@code problem} completes the sentence that begins with the field. */
    public static void that(boolean condition, String field, String problem) {
        if (!condition) {
            throw new InvalidMessageException(field, problem);
        }
    }

    /** Counts characters as the limits do. */
    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static String atMost(String field, String value, int max) {
        int length = length(value);
        if (length > max) {
            throw new InvalidMessageException(
                    field,
                    String.format(
                            Locale.ROOT, "must have at most %,d characters, but has %,d. Shorten it.", max, length));
        }
        return value;
    }
}
