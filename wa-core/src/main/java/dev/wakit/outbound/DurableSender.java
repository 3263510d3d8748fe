package dev.wakit.outbound;

import dev.wakit.address.Recipient;
import java.time.Instant;

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

    /**
     * From when on a person may get messages of a purpose, such as when their quiet hours end. Nothing is kept back by {@link #send}
     * itself: who asks here hands the message over at that time, if it is still to be sent by then.
     *
     * @return now, if they may get it at once
     */
    default Instant opensAt(Recipient person, SendPurpose purpose, Instant now) {
        return now;
    }
}
