package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.WhatsAppException;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.twilio.internal.content.TwilioTemplates;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what Twilio posts: one event a request. What cannot be read is an {@link UnknownEvent} with the whole body. */
final class PostParser {

    private static final Set<String> RECEIVED = Set.of("received", "receiving");

    private final InstantSource clock;

    PostParser(InstantSource clock) {
        this.clock = clock;
    }

    List<InboundEvent> parse(WebhookRequest request) {
        Instant now = clock.instant();
        if (!TwilioSignature.isForm(request)) {
            return List.of(unknown("json", request, now));
        }
        var posted = new PostedForm(FormBody.parse(request.body()), request, now);
        try {
            List<InboundEvent> events = read(posted);
            return events.isEmpty() ? List.of(unknown(name(posted.form()), request, now)) : events;
        } catch (WhatsAppException refusedByAValue) {
            return List.of(unknown(name(posted.form()), request, now));
        }
    }

    private static List<InboundEvent> read(PostedForm posted) {
        String word = StatusReader.word(posted.form());
        boolean received =
                RECEIVED.contains(word) || (word.isEmpty() && posted.form().has("From"));
        if (received && !posted.form().has("EventType")) {
            return InboundReader.read(posted);
        }
        Optional<InboundEvent> status = StatusReader.read(posted);
        return status.map(List::of).orElse(List.of());
    }

    private static String name(FormBody form) {
        if (form.has("Payload") && form.has("Level")) {
            return TwilioTemplates.DEBUGGER;
        }
        String word = StatusReader.word(form);
        return word.isEmpty() || word.length() > 40 ? "form" : word;
    }

    private static UnknownEvent unknown(String name, WebhookRequest request, Instant now) {
        String raw = new String(request.body(), StandardCharsets.UTF_8);
        return new UnknownEvent(EventSource.builder(name, now).raw(raw).build(), name);
    }
}
