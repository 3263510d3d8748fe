package dev.wakit.inbound;

/**
 * What a received message refers to.
 *
 * <p>Immutable. {@link #toString()} does not reveal ids.
 *
 * @param messageId the BSP's id of the message answered; empty if it answers none
 * @param from who wrote that message, as the BSP writes a number
 * @param forwarded whether the message was forwarded
 * @param frequentlyForwarded whether it was forwarded more than five times
 * @param catalogId the catalog of the product asked about
 * @param productId the product asked about
 * @since 0.1
 */
public record MessageContext(
        String messageId,
        String from,
        boolean forwarded,
        boolean frequentlyForwarded,
        String catalogId,
        String productId) {

    /** It refers to nothing. */
    public static final MessageContext NONE = new MessageContext("", "", false, false, "", "");

    @Override
    public String toString() {
        return "MessageContext[…]";
    }
}
