package dev.wakit.message.interactive;

import dev.wakit.internal.Check;

/**
 * One quick answer of {@link ReplyButtons}. Immutable.
 *
 * @param id what the answer webhook carries, at most 256 characters
 * @param title what the person sees, at most 20 characters
 * @since 0.1
 */
public record ReplyButton(String id, String title) {
    /** The most characters of an id: {@value}. */
    public static final int MAX_ID = 256;

    /** The most characters of a title: {@value}. */
    public static final int MAX_TITLE = 20;

    public ReplyButton {
        Check.text("button.id", id, MAX_ID);
        Check.text("button.title", title, MAX_TITLE);
    }

    /** Returns a button. */
    public static ReplyButton of(String id, String title) {
        return new ReplyButton(id, title);
    }

    @Override
    public String toString() {
        return "ReplyButton[…]";
    }
}
