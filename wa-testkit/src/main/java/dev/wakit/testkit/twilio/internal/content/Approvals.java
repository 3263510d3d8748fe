package dev.wakit.testkit.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.twilio.ContentReviewer;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Takes contents in for WhatsApp's approval and decides when the review is over. Thread-safe. */
public final class Approvals {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final Pattern VARIABLE_AT_AN_END = Pattern.compile("(?s)\\s*\\{\\{[^{}]+}}.*|.*\\{\\{[^{}]+}}\\s*");

    private final ContentStore store;
    private final TwilioSettings.ContentRules rules;
    private final ScheduledExecutorService timer;

    public Approvals(ContentStore store, TwilioSettings.ContentRules rules, ScheduledExecutorService timer) {
        this.store = store;
        this.rules = rules;
        this.timer = timer;
    }

    /** Hands a content in and returns what the API says about that. */
    ObjectNode submit(StoredContent content, JsonNode request) {
        String name = request.path("name").asText("");
        String category = request.path("category").asText("");
        if (!NAME.matcher(name).matches()) {
            throw new TwilioRefusal(
                    TwilioErrors.parameter("name: lowercase letters, digits and underscores are allowed, at most 512"));
        }
        if (!CATEGORIES.contains(category)) {
            throw new TwilioRefusal(TwilioErrors.parameter("category: UTILITY, MARKETING or AUTHENTICATION"));
        }
        if (content.isNeverApproved()) {
            throw new TwilioRefusal(TwilioErrors.content(92008, "Unsupported Content Type: " + content.type()));
        }
        Approval received = new Approval(name, category, content.type(), "received", "");
        store.change(content.sid(), current -> {
            if (current.approval().isSubmitted()) {
                throw new TwilioRefusal(TwilioErrors.content(
                        92009, "The template associated with this SID has already been submitted for approval."));
            }
            return current.with(received.status("pending", ""), store.now());
        });
        decideLater(content, received);
        return received.json();
    }

    ObjectNode shown(StoredContent content, String accountSid, String url) {
        ObjectNode whatsapp = Json.object().put("type", "whatsapp");
        whatsapp.setAll(content.approval().json());
        ObjectNode node = Json.object().put("sid", content.sid()).put("account_sid", accountSid);
        node.set("whatsapp", whatsapp);
        return node.put("url", url);
    }

    /** Changes the status of a content, as Meta does when it pauses or disables a template; false if there is none. */
    public boolean change(String sid, String status, String reason) {
        return store.change(sid, content -> content.with(content.approval().status(status, reason), store.now()))
                .isPresent();
    }

    private void decideLater(StoredContent content, Approval received) {
        ContentReviewer.Request request =
                new ContentReviewer.Request(content.sid(), received.name(), received.category(), content.body());
        try {
            var unused = timer.schedule(() -> decide(request), rules.review().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing: nobody waits for the decision any more
            return;
        }
    }

    private void decide(ContentReviewer.Request request) {
        ContentReviewer.Verdict verdict = VARIABLE_AT_AN_END
                        .matcher(request.body())
                        .matches()
                ? new ContentReviewer.Verdict(
                        "rejected", "Variables can't be at the start or end of the template.", request.category())
                : rules.reviewer().review(request);
        store.change(request.contentSid(), content -> {
            Approval approval = content.approval();
            // a test may have decided meanwhile
            return approval.status().equals("pending")
                    ? content.with(
                            approval.category(verdict.category()).status(verdict.status(), verdict.reason()),
                            store.now())
                    : content;
        });
    }
}
