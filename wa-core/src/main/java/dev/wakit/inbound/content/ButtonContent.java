package dev.wakit.inbound.content;

import java.util.Optional;

/**
 * A quick-reply button of a template was pressed. Immutable.
 *
 * @param label its text
 * @param data its payload; its text if it was sent without one
 * @since 0.1
 */
public record ButtonContent(String label, String data) implements InboundContent {

    @Override
    public Optional<String> text() {
        return Optional.of(label).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> payload() {
        return Optional.of(data).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "ButtonContent[…]";
    }
}
