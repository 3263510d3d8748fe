package dev.wakit.inbound.content;

import java.util.Optional;

/**
 * An earlier message of the person was changed. Immutable.
 *
 * @param messageId the BSP's id of the earlier message
 * @param type the BSP's word for the kind of content
 * @param content what it says now
 * @since 0.1
 */
public record EditedContent(String messageId, String type, InboundContent content) implements InboundContent {

    @Override
    public Optional<String> text() {
        return content.text();
    }

    @Override
    public String toString() {
        return "EditedContent[" + type + "]";
    }
}
