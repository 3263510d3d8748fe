package dev.wakit.inbound.content;

import java.util.Optional;

/**
 * A button or a row of an interactive message was pressed. Immutable.
 *
 * @param kind which
 * @param id our id of it
 * @param title its title
 * @param description the description of a row
 * @since 0.1
 */
public record ChoiceContent(Kind kind, String id, String title, String description) implements InboundContent {

    /** What can be pressed. */
    public enum Kind {
        /** One of up to three buttons. */
        BUTTON,
        /** A row of a list. */
        ROW
    }

    @Override
    public Optional<String> text() {
        return Optional.of(title).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> payload() {
        return Optional.of(id).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "ChoiceContent[" + kind + "]";
    }
}
