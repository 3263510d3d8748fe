package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.twilio.internal.Senders;
import dev.wakit.testkit.twilio.internal.error.TwilioError;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.util.List;
import java.util.regex.Pattern;

/** Who sends to whom. Immutable. */
final class AddressRules {

    static final String CHANNEL = "whatsapp:";

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");

    private final Senders senders;

    AddressRules(Senders senders) {
        this.senders = senders;
    }

    /** Returns the recipient as bare digits or as a user id. */
    String recipient(Parameters form) {
        String to = form.get("To");
        refuseIf(to.isEmpty(), TwilioErrors.noRecipient());
        boolean isOfChannel = to.startsWith(CHANNEL);
        String address = isOfChannel ? to.substring(CHANNEL.length()) : to;
        boolean isUserId = isOfChannel && USER_ID.matcher(address).matches();
        refuseIf(!isUserId && !NUMBER.matcher(address).matches(), TwilioErrors.invalidRecipient(to));
        return isUserId ? address : address.substring(1);
    }

    /** Returns the address that sends. */
    String sender(Parameters form, String recipient) {
        String from = form.get("From");
        String service = form.get("MessagingServiceSid");
        refuseIf(from.isEmpty() && service.isEmpty(), TwilioErrors.noSender());
        refuseIf(from.equals(form.get("To")), TwilioErrors.sameAddress());
        refuseIf(!service.isEmpty() && !senders.services().containsKey(service), TwilioErrors.unknownService());
        boolean toChannel = form.get("To").startsWith(CHANNEL);
        if (from.isEmpty()) {
            refuseIf(!toChannel, TwilioErrors.serviceWithoutSender());
            refuseIf(pool(service).isEmpty(), TwilioErrors.serviceWithoutSender());
            return senders.of(service, recipient);
        }
        refuseIf(toChannel != from.startsWith(CHANNEL), TwilioErrors.otherChannel());
        refuseIf(!toChannel, TwilioErrors.noSmsSender());
        refuseIf(senders.foreign().contains(from), TwilioErrors.senderOfAnotherAccount());
        refuseIf(!senders.own().contains(from), TwilioErrors.unknownSender());
        refuseIf(!service.isEmpty() && !pool(service).contains(from), TwilioErrors.serviceWithoutSender());
        return from;
    }

    private List<String> pool(String service) {
        return senders.services().getOrDefault(service, List.of());
    }

    private static void refuseIf(boolean wrong, TwilioError error) {
        if (wrong) {
            throw new TwilioRefusal(error);
        }
    }
}
