package dev.wakit.catalog.order;

import java.time.Instant;

/**
 * What a person of the business wrote about an order. Erased with the person of the order. Immutable.
 *
 * @param author who wrote it, 1 to 100 characters
 * @param text 1 to 4,096 characters
 * @param commandId makes it be written once
 * @param at when
 * @since 0.1
 */
public record OrderNote(String author, String text, String commandId, Instant at) {

    /** Checks the lengths. */
    public OrderNote {
        Limits.text("note.author", author, 1, 100);
        Limits.text("note.text", text, 1, 4_096);
        Limits.text("note.commandId", commandId, 1, 100);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "OrderNote[" + at + "]";
    }
}
