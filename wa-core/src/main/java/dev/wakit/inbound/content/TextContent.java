package dev.wakit.inbound.content;

import java.util.Optional;

/**
 * Text. Immutable.
 *
 * @param body what was written
 * @since 0.1
 */
public record TextContent(String body) implements InboundContent {

    @Override
    public Optional<String> text() {
        return Optional.of(body).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "TextContent[…]";
    }
}
