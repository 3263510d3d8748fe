package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.WhatsAppException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.SenderId;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.Person;
import dev.wakit.message.MessageId;
import dev.wakit.provider.twilio.internal.message.Addresses;
import dev.wakit.provider.twilio.internal.message.StatusCallbacks;
import dev.wakit.webhook.WebhookRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A form that Twilio posted, and the request that it came with.
 *
 * @param form its parameters
 * @param request the request
 * @param now when it is read, since Twilio says no time
 */
record PostedForm(FormBody form, WebhookRequest request, Instant now) {

    /** Twilio's id of the message; older forms name it otherwise. */
    Optional<MessageId> messageId() {
        return form.find("MessageSid")
                .or(() -> form.find("SmsSid"))
                .or(() -> form.find("SmsMessageSid"))
                .filter(sid -> sid.length() <= MessageId.MAX_LENGTH)
                .map(MessageId::of);
    }

    /**
     * Where it came from.
     *
     * @param name our name for the event
     * @param ours the parameter that holds the business number
     */
    EventSource.Builder source(String name, String ours) {
        String number = Addresses.withoutChannel(form.text(ours));
        return EventSource.builder(name, now)
                .account(form.text("AccountSid"))
                .sender(sender(number).orElse(null))
                .displayNumber(number.startsWith("+") ? number.substring(1) : number);
    }

    /** The sender that the engine sent by: the Messaging Service that our own address names, or the number. */
    private Optional<SenderId> sender(String number) {
        return request.queryParameter(StatusCallbacks.SENDER)
                .filter(Addresses::isService)
                .or(() -> Optional.of(number).filter(Addresses::isSender))
                .map(SenderId::of);
    }

    /** Who stands in an address: a number, or the id of somebody who hides the number. */
    Person.Builder person(String address) {
        String value = Addresses.withoutChannel(form.text(address));
        Optional<Bsuid> id = bsuid(value);
        return id.isPresent()
                ? Person.builder().userId(id.get())
                : Person.builder().waId(value);
    }

    /** The business-scoped user id of an address, if it is one. */
    static Optional<Bsuid> bsuid(String value) {
        try {
            return value.isEmpty() || value.startsWith("+") ? Optional.empty() : Optional.of(Bsuid.of(value));
        } catch (WhatsAppException notAnId) {
            return Optional.empty();
        }
    }
}
