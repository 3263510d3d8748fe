package dev.wakit.testkit.twilio.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.AdminPages;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.twilio.TwilioInbound;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.util.Map;
import java.util.TreeMap;

/** Everything under {@code /_simulator/}: looking at a running simulator and steering it. Thread-safe. */
public final class TwilioAdminEndpoint implements Endpoint {

    private final TwilioSimulator simulator;
    private final boolean shutdownAllowed;

    public TwilioAdminEndpoint(TwilioSimulator simulator, boolean shutdownAllowed) {
        this.simulator = simulator;
        this.shutdownAllowed = shutdownAllowed;
    }

    @Override
    public PendingReply answer(Call call) {
        try {
            return PendingReply.now(reply(call));
        } catch (IllegalArgumentException e) {
            return PendingReply.now(AdminPages.problem(400, String.valueOf(e.getMessage())));
        }
    }

    private Reply reply(Call call) {
        JsonNode body = Json.parse(call.body());
        return switch (call.method() + " " + call.segment(1)) {
            case "GET health" -> Reply.json(Json.object().put("status", "up"));
            case "GET summary" -> AdminPages.summary(simulator.summary());
            case "GET ledger" -> AdminPages.ledger(simulator.ledger(), call);
            case "POST webhooks" -> AdminPages.done(() -> simulator.webhooksTo(AdminPages.url(call)));
            case "POST statuses" -> AdminPages.done(() -> simulator.statusCallbacksTo(AdminPages.url(call)));
            case "POST inbound" -> inbound(body);
            case "POST content" -> content(body);
            case "POST outage" ->
                AdminPages.done(() -> simulator.outage(body.path("down").asBoolean(true)));
            case "POST pause" -> AdminPages.done(simulator::pauseWebhooks);
            case "POST resume" -> AdminPages.done(simulator::resumeWebhooks);
            case "POST release" -> Reply.json(Json.object().put("released", simulator.releaseScheduled()));
            case "POST shutdown" -> AdminPages.shutdown(shutdownAllowed, simulator::close);
            default -> AdminPages.problem(404, "There is no such endpoint; see docs/simulator.md.");
        };
    }

    private Reply inbound(JsonNode body) {
        String from = required(body, "from");
        Map<String, String> form = new TreeMap<>();
        body.path("form")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asText()));
        TwilioInbound message =
                form.isEmpty() ? TwilioInbound.text(body.path("text").asText("")) : TwilioInbound.form(form);
        return Reply.json(Json.object().put("sid", simulator.customerSends(from, message)));
    }

    private Reply content(JsonNode body) {
        String sid = required(body, "sid");
        String status = required(body, "status");
        return AdminPages.done(
                () -> simulator.contentStatus(sid, status, body.path("reason").asText("")));
    }

    private static String required(JsonNode body, String field) {
        String text = body.path(field).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("\"" + field + "\" is missing");
        }
        return text;
    }
}
