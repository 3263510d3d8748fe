package dev.wakit.testkit.twilio.internal.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import dev.wakit.testkit.twilio.internal.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Messages that exist: list, fetch, cancel, redact, delete, feedback. Thread-safe. */
public final class MessageDesk {

    private final MessageStore store;
    private final Scheduler scheduler;
    private final RecordedLedger ledger;
    private final InstantSource clock;
    private final MessageJson json;

    public MessageDesk(
            MessageStore store, Scheduler scheduler, RecordedLedger ledger, InstantSource clock, String accountSid) {
        this.store = store;
        this.scheduler = scheduler;
        this.ledger = ledger;
        this.clock = clock;
        this.json = new MessageJson(accountSid);
    }

    public Reply list(Call call) {
        String path = "/" + String.join("/", call.path());
        Page<StoredMessage> page = Page.of(store.list(call.parameters()), StoredMessage::sid, path, call.parameters());
        ObjectNode body = page.uris();
        ArrayNode messages = body.putArray("messages");
        page.elements().forEach(message -> messages.add(shown(message)));
        return Reply.json(body);
    }

    /** Answers a call of one message, or of something that it has; empty when there is no such path. */
    public Optional<Reply> one(Call call, String sid, String part) {
        return switch (call.method() + " " + part) {
            case "GET " -> Optional.of(Reply.json(shown(find(call, sid))));
            case "POST " -> Optional.of(change(find(call, sid), form(call)));
            case "DELETE " -> {
                find(call, sid);
                store.remove(sid);
                yield Optional.of(Reply.noContent());
            }
            case "POST Feedback" -> Optional.of(feedback(find(call, sid), form(call)));
            default -> Optional.empty();
        };
    }

    private StoredMessage find(Call call, String sid) {
        return store.find(sid)
                .orElseThrow(() -> new TwilioRefusal(TwilioErrors.notFound("/" + String.join("/", call.path()))));
    }

    /** Whoever sees a failure here has learned of it, like from a callback. */
    private ObjectNode shown(StoredMessage message) {
        ObjectNode node = json.of(message);
        if (!message.isInbound() && message.view().hasFailed()) {
            ledger.failureAnnounced(message.sid());
        }
        return node;
    }

    private Reply change(StoredMessage message, Parameters form) {
        if (form.has("Status")) {
            if (!form.get("Status").equals("canceled")) {
                throw new TwilioRefusal(TwilioErrors.parameter("Status: only 'canceled' is allowed"));
            }
            if (!scheduler.cancel(message)) {
                throw new TwilioRefusal(TwilioErrors.tooLateToCancel());
            }
        } else if (form.has("Body") && form.get("Body").isEmpty()) {
            message.redact(clock.instant());
        } else {
            throw new TwilioRefusal(TwilioErrors.parameter("Body: a message can only be emptied"));
        }
        return Reply.json(shown(message));
    }

    private Reply feedback(StoredMessage message, Parameters form) {
        String outcome = form.has("Outcome") ? form.get("Outcome") : "confirmed";
        if (!outcome.equals("confirmed") && !outcome.equals("unconfirmed")) {
            throw new TwilioRefusal(TwilioErrors.parameter("Outcome: confirmed or unconfirmed"));
        }
        return Reply.json(json.feedback(message, outcome, clock.instant()));
    }

    /** Returns the form in the body of a call. */
    public static Parameters form(Call call) {
        return Parameters.parse(new String(call.body(), StandardCharsets.UTF_8));
    }
}
