package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.twilio.internal.error.ChannelFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that Twilio takes. Immutable.
 *
 * @param to the address as the client wrote it
 * @param recipient bare digits, or the user id of somebody who hides the number
 * @param sender the address that sends
 * @param serviceSid the Messaging Service; empty without one
 * @param isSenderGiven whether the request named the sender
 * @param contentSid empty without a content
 * @param statusCallback empty without one
 * @param sendAt when it is sent; null for at once
 * @param failure what WhatsApp will answer; null if it will take the message
 */
record MessageOrder(
        String to,
        String recipient,
        String sender,
        String serviceSid,
        boolean isSenderGiven,
        String kind,
        String body,
        List<String> media,
        String contentSid,
        String statusCallback,
        @Nullable Instant sendAt,
        @Nullable ChannelFailure failure) {

    /** Phone numbers never hold a dot, user ids do. */
    boolean isUserId() {
        return recipient.indexOf('.') > 0;
    }

    /** Returns the status that the answer shows. */
    String firstStatus() {
        if (sendAt != null) {
            return "scheduled";
        }
        return hasService() ? "accepted" : "queued";
    }

    MessageOrder failing(ChannelFailure reason) {
        return new MessageOrder(
                to,
                recipient,
                sender,
                serviceSid,
                isSenderGiven,
                kind,
                body,
                media,
                contentSid,
                statusCallback,
                sendAt,
                reason);
    }

    boolean hasService() {
        return !serviceSid.isEmpty();
    }
}
