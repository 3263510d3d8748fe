package dev.wakit.outbound;

/**
 * Takes messages over that must not be lost and must not be sent twice, such as {@code engine.durableSender()}.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DurableSender {

    /**
     * Takes a message over: it is durable when this returns. A key that is known, also with another message, gives the message of the
     * first call, and nothing is taken over; keys are known for at least 7 days.
     *
     * @throws RefusedSendException if it can never be sent
     * @throws dev.wakit.WhatsAppException if that is not possible now; call again with the same key
     */
    DurableReceipt send(DurableSend send);
}
