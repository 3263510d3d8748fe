package dev.wakit.testkit.meta.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.CustomerMessage;
import dev.wakit.testkit.meta.LedgerEntry;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedWebhook;
import dev.wakit.testkit.meta.SimulatorSummary;
import dev.wakit.testkit.meta.internal.Json;
import dev.wakit.testkit.meta.internal.ledger.LedgerJson;
import dev.wakit.testkit.meta.internal.reply.PendingReply;
import dev.wakit.testkit.meta.internal.reply.Reply;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Everything under {@code /_simulator/}: looking at a running simulator and steering it. Thread-safe. */
public final class AdminEndpoint implements Endpoint {

    public static final String PATH = "/_simulator/";

    private static final int PAGE = 1000;
    private static final int LARGEST_PAGE = 10_000;

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
            return PendingReply.now(problem(400, String.valueOf(e.getMessage())));
        }
    }

    private Reply reply(Call call) {
        return switch (call.method() + " " + call.segment(1)) {
            case "GET health" -> Reply.json(Json.object().put("status", "up"));
            case "GET summary" -> Reply.json(summary());
            case "GET ledger" -> Reply.json(ledger(call));
            case "POST webhooks" -> done(() -> simulator.webhooksTo(url(call)));
            case "POST inbound" -> inbound(Json.parse(call.body()));
            case "POST change" -> change(Json.parse(call.body()));
            case "POST outage" ->
                done(() -> simulator.outage(Json.parse(call.body()).path("down").asBoolean(true)));
            case "POST pause" -> done(simulator::pauseWebhooks);
            case "POST resume" -> done(simulator::resumeWebhooks);
            case "POST template" -> template(Json.parse(call.body()));
            case "POST shutdown" -> shutdown();
            default -> problem(404, "There is no such endpoint; see docs/simulator.md.");
        };
    }

    private static Reply done(Runnable action) {
        action.run();
        return Reply.json(Json.object().put("success", true));
    }

    private Reply shutdown() {
        if (!shutdownAllowed) {
            return problem(403, "Shutdown is off; start the simulator with --allow-shutdown.");
        }
        // later, so that this request still gets its answer
        Executor later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
        return done(() -> later.execute(simulator::close));
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
        return done(() -> simulator.emit(
                ofNumber ? SimulatedWebhook.changeOfNumber(field, value) : SimulatedWebhook.change(field, value)));
    }

    private Reply template(JsonNode body) {
        String name = body.path("name").asText("");
        String language = body.path("language").asText("en_US");
        if (body.has("quality")) {
            return done(() -> simulator.templateQuality(
                    name, language, body.path("quality").asText()));
        }
        if (!body.has("status")) {
            throw new IllegalArgumentException("\"status\" or \"quality\" is missing");
        }
        return done(() -> simulator.templateStatus(
                name, language, body.path("status").asText(), body.path("title").asText("")));
    }

    private ObjectNode summary() {
        SimulatorSummary summary = simulator.summary();
        ObjectNode node = Json.object();
        node.put("requests", summary.requests());
        node.put("accepted", summary.accepted());
        ObjectNode rejected = node.putObject("rejectedByCode");
        new TreeMap<>(summary.rejectedByCode()).forEach((code, count) -> rejected.put(code.toString(), count));
        node.put("duplicates", summary.duplicates());
        node.put("pendingWebhooks", summary.pendingWebhooks());
        node.put("deliveredWebhooks", summary.deliveredWebhooks());
        node.put("droppedWebhooks", summary.droppedWebhooks());
        ObjectNode outcomes = node.putObject("byOutcome");
        new TreeMap<>(summary.byOutcome()).forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        node.put("uniqueRecipients", summary.uniqueRecipients());
        return node;
    }

    private ObjectNode ledger(Call call) {
        long after = number(call, "after", 0);
        int limit = (int) Math.max(1, Math.min(LARGEST_PAGE, number(call, "limit", PAGE)));
        List<LedgerEntry> entries = simulator.ledger().acceptedAfter(after, limit);
        ObjectNode page = Json.object();
        ArrayNode accepted = page.putArray("accepted");
        entries.forEach(entry -> accepted.add(LedgerJson.of(entry)));
        if (entries.size() == limit) {
            page.put("next", PATH + "ledger?after=" + entries.get(limit - 1).sequence() + "&limit=" + limit);
        }
        return page;
    }

    private static long number(Call call, String name, long usual) {
        String text = call.query().getOrDefault(name, Long.toString(usual));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + name + "\" is not a number", e);
        }
    }

    private static URI url(Call call) {
        String url = Json.parse(call.body()).path("url").asText("");
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("\"url\" must be an http or https address");
        }
        return URI.create(url);
    }

    private static Reply problem(int status, String message) {
        return Reply.json(status, Json.object().put("error", message));
    }
}
