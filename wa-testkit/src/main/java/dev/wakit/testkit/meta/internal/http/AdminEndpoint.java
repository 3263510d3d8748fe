package dev.wakit.testkit.meta.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.CustomerMessage;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedWebhook;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.AdminPages;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;

/** Everything under {@code /_simulator/}: looking at a running simulator and steering it. Thread-safe. */
public final class AdminEndpoint implements Endpoint {

    private final MetaSimulator simulator;
    private final boolean shutdownAllowed;

    public AdminEndpoint(MetaSimulator simulator, boolean shutdownAllowed) {
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
        return switch (call.method() + " " + call.segment(1)) {
            case "GET health" -> Reply.json(Json.object().put("status", "up"));
            case "GET summary" -> AdminPages.summary(simulator.summary());
            case "GET ledger" -> AdminPages.ledger(simulator.ledger(), call);
            case "POST webhooks" -> AdminPages.done(() -> simulator.webhooksTo(AdminPages.url(call)));
            case "POST inbound" -> inbound(Json.parse(call.body()));
            case "POST change" -> change(Json.parse(call.body()));
            case "POST outage" ->
                AdminPages.done(() ->
                        simulator.outage(Json.parse(call.body()).path("down").asBoolean(true)));
            case "POST pause" -> AdminPages.done(simulator::pauseWebhooks);
            case "POST resume" -> AdminPages.done(simulator::resumeWebhooks);
            case "POST template" -> template(Json.parse(call.body()));
            case "POST shutdown" -> AdminPages.shutdown(shutdownAllowed, simulator::close);
            default -> AdminPages.problem(404, "There is no such endpoint; see docs/simulator.md.");
        };
    }

    private Reply inbound(JsonNode body) {
        String from = body.path("from").asText("");
        if (from.isEmpty()) {
            throw new IllegalArgumentException("\"from\" is missing");
        }
        CustomerMessage message = body.has("message")
                ? CustomerMessage.json(body.path("message").toString())
                : CustomerMessage.text(body.path("text").asText(""));
        return Reply.json(Json.object().put("id", simulator.customerSends(from, message)));
    }

    private Reply change(JsonNode body) {
        String field = body.path("field").asText("");
        if (field.isEmpty()) {
            throw new IllegalArgumentException("\"field\" is missing");
        }
        String value = body.path("value").toString();
        boolean ofNumber = body.path("number").asBoolean(false);
        return AdminPages.done(() -> simulator.emit(
                ofNumber ? SimulatedWebhook.changeOfNumber(field, value) : SimulatedWebhook.change(field, value)));
    }

    private Reply template(JsonNode body) {
        String name = body.path("name").asText("");
        String language = body.path("language").asText("en_US");
        if (body.has("quality")) {
            return AdminPages.done(() -> simulator.templateQuality(
                    name, language, body.path("quality").asText()));
        }
        if (!body.has("status")) {
            throw new IllegalArgumentException("\"status\" or \"quality\" is missing");
        }
        return AdminPages.done(() -> simulator.templateStatus(
                name, language, body.path("status").asText(), body.path("title").asText("")));
    }
}
