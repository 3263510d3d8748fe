package dev.wakit.catalog.product;

import java.util.Optional;

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
        return FeedWords.find(values(), Condition::text, word);
    }

    /** All words, for messages to people. */
    static String words() {
        return FeedWords.list(values(), Condition::text);
    }
}
