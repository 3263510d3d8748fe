package dev.wakit.provider;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import java.time.Instant;

/**
 * Which send to find: it began between two times.
 *
 * <p>Immutable. {@link #toString()} does not reveal the person or the content.
 *
 * @param sender the business number
 * @param recipient the person
 * @param from when the intent to send was committed, by the engine's clock
 * @param until when it became clear that there is no answer, or that its worker is gone
 * @param message what was sent
 * @param callbackData the callback data that went with it
 * @since 0.1
 */
public record LookupRequest(
        SenderId sender, Recipient recipient, Instant from, Instant until, Message message, String callbackData) {

    @Override
    public String toString() {
        return "LookupRequest[" + from + " to " + until + "]";
    }
}
