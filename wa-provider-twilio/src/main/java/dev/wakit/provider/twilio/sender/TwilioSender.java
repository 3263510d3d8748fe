package dev.wakit.provider.twilio.sender;

import dev.wakit.address.SenderId;
import dev.wakit.inbound.MessagingLimit;
import dev.wakit.template.QualityRating;
import java.util.List;

/**
 * A WhatsApp sender as Twilio describes it. Immutable; texts that are absent are empty.
 *
 * @param sid Twilio's id of it
 * @param id what sends: its number with {@code +}
 * @param status whether it can send
 * @param wabaId the WhatsApp business account that it belongs to
 * @param quality what people think of its messages
 * @param limit how many people it may begin to write to in 24 hours
 * @param callbackUrl where Twilio posts messages of people
 * @param statusCallbackUrl where Twilio posts statuses of messages that name no address themselves
 * @param offlineReasons why it cannot send, in Twilio's words
 * @since 0.1
 */
public record TwilioSender(
        String sid,
        SenderId id,
        SenderStatus status,
        String wabaId,
        QualityRating quality,
        MessagingLimit limit,
        String callbackUrl,
        String statusCallbackUrl,
        List<String> offlineReasons) {

    /** Copies the list. */
    public TwilioSender {
        offlineReasons = List.copyOf(offlineReasons);
    }

    /** The number and whether it can send; addresses may hold a secret. */
    @Override
    public String toString() {
        return "TwilioSender[" + id + ", " + status + "]";
    }
}
