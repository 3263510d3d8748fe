package dev.wakit.campaign;

/**
 * Who decided about deliveries, and why. It is kept with each of them.
 *
 * <p>Immutable.
 *
 * @param by the person or system, 1 to 100 characters
 * @param why in words, 1 to 300 characters
 * @since 0.1
 */
public record OperatorNote(String by, String why) {

    private static final int MAX_BY = 100;
    private static final int MAX_WHY = 300;

    /** Checks the lengths. */
    public OperatorNote {
        by = checked("by", by, MAX_BY);
        why = checked("why", why, MAX_WHY);
    }

    private static String checked(String name, String value, int max) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + name + "' has " + text.length()
                    + " characters or a line break. Give 1 to " + max + " characters on one line.");
        }
        return text;
    }
}
