package dev.wakit.template;

import java.util.Arrays;
import java.util.Locale;

/**
 * What stands above the body of a template.
 *
 * @since 0.1
 */
public enum HeaderFormat {
    /** Nothing. */
    NONE,
    /** A text with at most one variable. */
    TEXT,
    /** A picture, chosen when the template is sent. */
    IMAGE,
    /** A video, chosen when the template is sent. */
    VIDEO,
    /** A silent looping video; marketing endpoint only. */
    GIF,
    /** A file, chosen when the template is sent. */
    DOCUMENT,
    /** A point on the map, chosen when the template is sent. */
    LOCATION,
    /** A product, chosen when the template is sent. */
    PRODUCT,
    /** A format that this version does not know. */
    UNKNOWN;

    /** Tells whether a value must be given whenever the template is sent. */
    public boolean requiresParameter() {
        return this != NONE && this != TEXT && this != UNKNOWN;
    }

    /** Returns the constant that a provider means, in any case; {@link #UNKNOWN} when there is none. */
    public static HeaderFormat from(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
