package dev.wakit.catalog.product;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How worn a variant is, as Meta names it.
 *
 * @since 0.1
 */
public enum Condition {
    /** Never used. */
    NEW("new"),
    /** Repaired by its maker. */
    REFURBISHED("refurbished"),
    /** Used before. */
    USED("used"),
    /** Used before, and checked by its maker. */
    CERTIFIED_PRE_OWNED("cpo"),
    /** Unpacked and never used. */
    OPEN_BOX_NEW("open_box_new"),
    /** Used, without signs of it. */
    USED_LIKE_NEW("used_like_new"),
    /** Used, with few signs of it. */
    USED_GOOD("used_good"),
    /** Used, with many signs of it. */
    USED_FAIR("used_fair");

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    /** The word of Meta's product feeds. */
    public String text() {
        return text;
    }

    /** Reads the word of a feed, in any case and with blanks or underscores; empty if there is no such word. */
    public static Optional<Condition> of(String word) {
        String plain = plain(word);
        return Arrays.stream(values())
                .filter(value -> plain(value.text).equals(plain))
                .findFirst();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All words, for messages to people. */
    static String words() {
        return Arrays.stream(values()).map(Condition::text).collect(Collectors.joining(", "));
    }
}
