package dev.wakit.catalog.product;

import java.util.Optional;

/**
 * Whether a variant can be bought, as Meta names it.
 *
 * @since 0.1
 */
public enum Availability {
    /** Can be bought now. */
    IN_STOCK("in stock"),
    /** Cannot be bought now. */
    OUT_OF_STOCK("out of stock"),
    /** Can be ordered before it appears. */
    PREORDER("preorder"),
    /** Can be ordered, and comes later. */
    AVAILABLE_FOR_ORDER("available for order"),
    /** Will not come back. */
    DISCONTINUED("discontinued"),
    /** Not decided yet. */
    PENDING("pending"),
    /** Was a single piece, and is sold. */
    MARK_AS_SOLD("mark_as_sold"),
    /** The offer is over. */
    MARK_AS_EXPIRED("mark_as_expired");

    private final String text;

    Availability(String text) {
        this.text = text;
    }

    /** The word of Meta's product feeds. */
    public String text() {
        return text;
    }

    /** Reads the word of a feed, in any case and with blanks or underscores; empty if there is no such word. */
    public static Optional<Availability> of(String word) {
        return FeedWords.find(values(), Availability::text, word);
    }

    /** All words, for messages to people. */
    static String words() {
        return FeedWords.list(values(), Availability::text);
    }

    /** Whether customers may order it. */
    public boolean isOrderable() {
        return this == IN_STOCK || this == PREORDER || this == AVAILABLE_FOR_ORDER;
    }
}
