package dev.wakit.provider.twilio.internal.sender;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.SenderId;
import dev.wakit.inbound.MessagingLimit;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.http.RequestUrl;
import dev.wakit.provider.twilio.internal.api.Pages;
import dev.wakit.provider.twilio.internal.api.TwilioApi;
import dev.wakit.provider.twilio.internal.message.Addresses;
import dev.wakit.provider.twilio.sender.SenderStatus;
import dev.wakit.provider.twilio.sender.TwilioSender;
import dev.wakit.provider.twilio.sender.TwilioSenders;
import dev.wakit.template.QualityRating;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Senders API. Thread-safe. */
public final class SenderCalls implements TwilioSenders {

    private static final int PAGE = 100;

    private final TwilioApi api;

    /** The senders of an account. */
    public SenderCalls(TwilioApi api) {
        this.api = api;
    }

    @Override
    public List<TwilioSender> list() {
        RequestUrl first = api.hosts().senders().query("Channel", "whatsapp").query("PageSize", String.valueOf(PAGE));
        var all = new ArrayList<TwilioSender>();
        var seen = new HashSet<String>();
        String after = "";
        do {
            JsonNode page = api.get(Pages.at(first, after));
            // The answer says itself under which name the list stands.
            page.path(Json.text(page, "meta", "key").orElse("senders"))
                    .forEach(node -> read(node).ifPresent(all::add));
            after = Pages.next(page).filter(seen::add).orElse("");
        } while (!after.isEmpty());
        return List.copyOf(all);
    }

    private static Optional<TwilioSender> read(JsonNode node) {
        String number = Addresses.withoutChannel(text(node, "sender_id"));
        if (!Addresses.isSender(number)) {
            return Optional.empty();
        }
        var reasons = new ArrayList<String>();
        node.path("offline_reasons")
                .forEach(reason -> reasons.add(text(reason, "code") + ": " + text(reason, "message")));
        return Optional.of(new TwilioSender(
                text(node, "sid"),
                SenderId.of(number),
                SenderStatus.from(text(node, "status")),
                text(node, "configuration", "waba_id"),
                QualityRating.from(text(node, "properties", "quality_rating")),
                limit(text(node, "properties", "messaging_limit")),
                text(node, "webhook", "callback_url"),
                text(node, "webhook", "status_callback_url"),
                reasons));
    }

    /** Twilio writes "10K Customers/24hr". */
    private static MessagingLimit limit(String words) {
        return words.isBlank()
                ? MessagingLimit.UNKNOWN
                : new MessagingLimit(words.strip().split("\\s")[0]);
    }

    private static String text(JsonNode node, String... path) {
        return Json.text(node, path).orElse("");
    }

    @Override
    public Optional<TwilioSender> find(SenderId number) {
        return list().stream().filter(sender -> sender.id().equals(number)).findFirst();
    }

    @Override
    public List<String> problems(SenderId sender) {
        if (Addresses.isService(sender.value())) {
            return List.of();
        }
        List<TwilioSender> all = list();
        Optional<TwilioSender> found =
                all.stream().filter(it -> it.id().equals(sender)).findFirst();
        if (found.isEmpty()) {
            String others = all.stream().map(it -> it.id().value()).collect(Collectors.joining(", "));
            return List.of("The account has no WhatsApp sender " + sender + ", and sends by "
                    + (others.isEmpty() ? "none" : others)
                    + ". Use one of these, or the credentials of the account that the sender belongs to.");
        }
        return found.get().status().isSendable()
                ? List.of()
                : List.of("Sender " + sender + " is " + found.get().status() + " and not ONLINE. "
                        + (found.get().offlineReasons().isEmpty()
                                ? "Look at it under Messaging, Senders of Twilio's console."
                                : "Twilio says: "
                                        + String.join("; ", found.get().offlineReasons()) + "."));
    }
}
