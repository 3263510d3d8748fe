package dev.wakit.inbound.content;

/**
 * An earlier message of the person was taken back. Immutable.
 *
 * @param messageId the BSP's id of the earlier message
 * @since 0.1
 */
public record RevokedContent(String messageId) implements InboundContent {

    @Override
    public boolean isAnswer() {
        return false;
    }

    @Override
    public String toString() {
        return "RevokedContent[…]";
    }
}
