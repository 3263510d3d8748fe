package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.twilio.TwilioInbound;
import dev.wakit.testkit.twilio.internal.Sids;
import dev.wakit.testkit.twilio.internal.callback.Callbacks;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Messages of customers. Thread-safe. */
public final class Inbound {

    private final InstantSource clock;
    private final Sids sids;
    private final MessageStore store;
    private final Conversations conversations;
    private final Callbacks callbacks;
    private final AtomicLong count = new AtomicLong();

    public Inbound(
            InstantSource clock, Dice dice, MessageStore store, Conversations conversations, Callbacks callbacks) {
        this.clock = clock;
        this.sids = new Sids(dice);
        this.store = store;
        this.conversations = conversations;
        this.callbacks = callbacks;
    }

    /**
     * Lets somebody write to a sender now, and returns the SID of the message.
     *
     * @param person a phone number as bare digits, or a user id
     */
    public String arrives(String person, String sender, TwilioInbound message) {
        String sid = sids.sid(prefix(message), "from " + person, count.incrementAndGet());
        return arrives(order(person, sender, message), sid, message, "");
    }

    /** Lets the recipient of a message answer it. */
    void answers(MessageOrder answered, String answeredSid, TwilioInbound message) {
        MessageOrder order = order(answered.recipient(), answered.sender(), message);
        arrives(order, sids.sid("SM", answeredSid, 1), message, answered.serviceSid());
    }

    private String arrives(MessageOrder order, String sid, TwilioInbound message, String serviceSid) {
        conversations.wrote(order.recipient());
        store.add(new StoredMessage(
                sid, order, MagicNumber.ORDINARY, true, "received", clock.instant(), System.nanoTime()));
        Map<String, String> form = new TreeMap<>(message.fields());
        form.put("SmsMessageSid", sid);
        form.put("SmsStatus", "received");
        form.put("From", order.to());
        form.put("To", order.sender());
        form.putIfAbsent("NumSegments", "1");
        form.putIfAbsent("ProfileName", "Customer " + tail(order.recipient()));
        form.put("ChannelPrefix", "whatsapp");
        form.put("ChannelInstallSid", installSid(order.sender()));
        if (order.isUserId()) {
            form.put("ExternalUserId", order.to());
        } else {
            form.put("WaId", order.recipient());
        }
        if (!serviceSid.isEmpty()) {
            form.put("MessagingServiceSid", serviceSid);
        }
        callbacks.inbound(sid, form);
        return sid;
    }

    /** Returns the id of a sender: the same in callbacks and in the list of senders. */
    public static String installSid(String sender) {
        return "XE"
                + UUID.nameUUIDFromBytes(sender.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    private static MessageOrder order(String person, String sender, TwilioInbound message) {
        boolean isUserId = person.indexOf('.') > 0;
        String address = AddressRules.CHANNEL + (isUserId ? person : "+" + person);
        String media = message.fields().getOrDefault("MediaUrl0", "");
        return new MessageOrder(
                address,
                person,
                sender,
                "",
                true,
                message.fields().getOrDefault("MessageType", "text"),
                message.fields().getOrDefault("Body", ""),
                media.isEmpty() ? List.of() : List.of(media),
                "",
                "",
                null,
                null);
    }

    private static String prefix(TwilioInbound message) {
        return message.fields().getOrDefault("NumMedia", "0").equals("0") ? "SM" : "MM";
    }

    private static String tail(String person) {
        return person.substring(Math.max(0, person.length() - 4));
    }
}
