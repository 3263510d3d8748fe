package dev.wakit.catalog.order;

import java.util.Locale;

/**
 * Numbers that differ in their sequence only. Immutable.
 *
 * @param before the text before the sequence
 * @param behind the text behind it
 * @param digits how many digits the sequence has at least
 * @since 0.1
 */
public record NumberSeries(String before, String behind, int digits) {

    /** The name of the sequence, at most 40 characters. */
    public String name() {
        return before + "*" + behind;
    }

    /** The number with this place in the sequence. */
    public String number(long sequence) {
        return before + String.format(Locale.ROOT, "%0" + digits + "d", sequence) + behind;
    }
}
