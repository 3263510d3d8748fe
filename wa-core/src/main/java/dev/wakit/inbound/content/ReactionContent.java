package dev.wakit.inbound.content;

/**
 * A reaction to a message. Immutable.
 *
 * @param messageId the BSP's id of the message
 * @param emoji the reaction; empty when it was taken back
 * @since 0.1
 */
public record ReactionContent(String messageId, String emoji) implements InboundContent {

    @Override
    public boolean isAnswer() {
        return !emoji.isEmpty();
    }

    @Override
    public String toString() {
        return "ReactionContent[…]";
    }
}
