package dev.wakit.template;

import java.util.Locale;

/**
 * How people take to a template or a number, as the BSP rates it.
 *
 * @since 0.1
 */
public enum QualityRating {
    /** Few complaints. */
    GREEN,
    /** Some complaints. */
    YELLOW,
    /** Many complaints: pauses and lower limits follow. */
    RED,
    /** Too little was sent to tell, or a word that this version does not know. */
    UNKNOWN;

    /** The constant that a provider means, in any case; {@link #UNKNOWN} when there is none. */
    public static QualityRating from(String value) {
        return switch (value.strip().toUpperCase(Locale.ROOT)) {
            case "GREEN", "HIGH" -> GREEN;
            case "YELLOW", "MEDIUM" -> YELLOW;
            case "RED", "LOW" -> RED;
            default -> UNKNOWN;
        };
    }
}
