package dev.wakit.provider.twilio.internal.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.RequestUrl;
import dev.wakit.provider.twilio.internal.api.Pages;
import dev.wakit.provider.twilio.internal.api.TwilioApi;
import dev.wakit.provider.twilio.internal.content.ContentChoice;
import dev.wakit.provider.twilio.internal.message.Addresses;
import dev.wakit.provider.twilio.internal.message.SendSettings;
import dev.wakit.provider.twilio.internal.message.SessionText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds a send by listing the messages to its recipient, see bsp-apis 1.1.
 *
 * <p>The list holds neither the status callback nor the Content, so a message is recognised by its time, direction, sender and text.
 * It is never filtered by the date of sending, which a queued message does not have yet. Thread-safe.
 */
public final class MessageLookup implements OutcomeLookup {

    private static final Duration EARLIER = Duration.ofSeconds(5);
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 20;

    private final TwilioApi api;
    private final SendSettings settings;
    private final ContentChoice contents;
    private final InstantSource clock;
    private final Absences absences = new Absences();

    /** A look-up. */
    public MessageLookup(TwilioApi api, SendSettings settings, ContentChoice contents, InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public LookupAnswer find(LookupRequest request) {
        try {
            Optional<String> body = body(request.message());
            Optional<List<ListedMessage>> listed = list(request);
            if (listed.isEmpty()) {
                return new LookupAnswer.Unsure("Twilio did not list the messages to the recipient as a whole");
            }
            LookupAnswer answer = judge(request, body, listed.get());
            if (!(answer instanceof LookupAnswer.NotFound)) {
                absences.forget(request.callbackData());
                return answer;
            }
            return absences.confirm(request.callbackData(), clock.instant())
                    ? answer
                    : new LookupAnswer.Unsure("Twilio does not list it; asked again in half a minute at the earliest");
        } catch (WhatsAppException notAnswered) {
            return new LookupAnswer.Unsure("Twilio could not be asked");
        }
    }

    /** The text by which it is recognised; empty where the Content does not tell. */
    private Optional<String> body(Message message) {
        return message instanceof TemplateMessage template
                ? contents.body(template)
                : Optional.of(SessionText.of(message).orElse(""));
    }

    private LookupAnswer judge(LookupRequest request, Optional<String> body, List<ListedMessage> listed) {
        Instant from = request.from().minus(EARLIER);
        // Twilio lists the newest first and tells times to the second, so the order of the list decides within one.
        var oldestFirst = new ArrayList<>(listed);
        Collections.reverse(oldestFirst);
        List<ListedMessage> candidates = oldestFirst.stream()
                .filter(ListedMessage::outbound)
                .filter(message -> !message.created().isBefore(from))
                .filter(message -> isOf(request, message))
                .sorted(Comparator.comparing(ListedMessage::created))
                .toList();
        List<LookupAnswer.Found> fitting = candidates.stream()
                .filter(message ->
                        body.filter(text -> isSame(text, message.body())).isPresent())
                .map(ListedMessage::found)
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        } else if (!fitting.isEmpty()) {
            return new LookupAnswer.Several(fitting);
        }
        // Twilio writes the text of a Content, so that ours may differ from it; a text that we sent it does not change.
        boolean rewritten = request.message() instanceof TemplateMessage || settings.shortensUrls();
        return rewritten && !candidates.isEmpty()
                ? new LookupAnswer.Unsure("Twilio lists " + candidates.size()
                        + " messages of this time to the recipient, with another text than expected")
                : new LookupAnswer.NotFound();
    }

    private boolean isOf(LookupRequest request, ListedMessage message) {
        String sender = request.sender().value();
        return Addresses.isService(sender)
                ? message.service().isEmpty() || message.service().equals(sender)
                : message.from().isEmpty() || message.from().equals(Addresses.of(sender));
    }

    private static boolean isSame(String ours, String theirs) {
        return lines(ours).equals(lines(theirs));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** All messages to the recipient; empty if Twilio did not list them all. */
    private Optional<List<ListedMessage>> list(LookupRequest request) {
        var all = new ArrayList<ListedMessage>();
        var seen = new HashSet<String>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<JsonNode> answer = page(request, after);
            if (answer.isEmpty() || !answer.get().path("messages").isArray()) {
                return Optional.empty();
            }
            for (JsonNode node : answer.get().path("messages")) {
                Optional<ListedMessage> message = ListedMessage.read(node);
                if (message.isEmpty()) {
                    return Optional.empty();
                }
                all.add(message.get());
            }
            after = Pages.next(answer.get()).filter(seen::add).orElse("");
            if (after.isEmpty()) {
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> page(LookupRequest request, String after) {
        RequestUrl url = api.hosts()
                .messages()
                .query("To", Addresses.of(request.recipient()))
                .query("PageSize", String.valueOf(PAGE));
        String sender = request.sender().value();
        if (!Addresses.isService(sender) && settings.messagingService().isEmpty()) {
            // With a Messaging Service the sender stays empty for a while, and this filter would hide the message.
            url = url.query("From", Addresses.of(sender));
        }
        return api.read(Pages.at(url, after)) instanceof HttpAnswer.Response response && response.isSuccess()
                ? response.json()
                : Optional.empty();
    }
}
