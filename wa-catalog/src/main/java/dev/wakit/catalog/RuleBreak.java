package dev.wakit.catalog;

/**
 * One value that breaks a rule. Immutable.
 *
 * @param column the field, named as the column of a product feed
 * @param value the value, cut to 80 characters
 * @param problem which rule is broken, as a sentence without its period
 * @param fix what to do, as a sentence
 * @since 0.1
 */
public record RuleBreak(String column, String value, String problem, String fix) {

    private static final int SHOWN = 80;

    /** Cuts the value. */
    public RuleBreak {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    @Override
    public String toString() {
        return column + " '" + value + "': " + problem + ". " + fix;
    }
}
