package dev.wakit.testkit.simulator.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.SimulatorSummary;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.ledger.LedgerJson;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What the admin endpoints of all simulators answer alike. */
public final class AdminPages {

    private static final int PAGE = 1000;
    private static final int LARGEST_PAGE = 10_000;

    private AdminPages() {}

    public static Reply done(Runnable action) {
        action.run();
        return Reply.json(Json.object().put("success", true));
    }

    public static Reply problem(int status, String message) {
        return Reply.json(status, Json.object().put("error", message));
    }

    /** Closes the simulator a little later, so that this request still gets its answer. */
    public static Reply shutdown(boolean allowed, Runnable close) {
        if (!allowed) {
            return problem(403, "Shutdown is off; start the simulator with --allow-shutdown.");
        }
        Executor later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
        return done(() -> later.execute(close));
    }

    public static Reply summary(SimulatorSummary summary) {
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
        return Reply.json(node);
    }

    /** Returns a page of the ledger, as {@code after} and {@code limit} ask for. */
    public static Reply ledger(Ledger ledger, Call call) {
        long after = number(call, "after", 0);
        int limit = (int) Math.max(1, Math.min(LARGEST_PAGE, number(call, "limit", PAGE)));
        List<LedgerEntry> entries = ledger.acceptedAfter(after, limit);
        ObjectNode page = Json.object();
        ArrayNode accepted = page.putArray("accepted");
        entries.forEach(entry -> accepted.add(LedgerJson.of(entry)));
        if (entries.size() == limit) {
            long last = entries.get(limit - 1).sequence();
            page.put("next", SimulatorServer.ADMIN + "ledger?after=" + last + "&limit=" + limit);
        }
        return Reply.json(page);
    }

    private static long number(Call call, String name, long usual) {
        String text = call.query().getOrDefault(name, Long.toString(usual));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + name + "\" is not a number", e);
        }
    }

    /** Returns the web address in the field {@code url} of the body. */
    public static URI url(Call call) {
        String url = Json.parse(call.body()).path("url").asText("");
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("\"url\" must be an http or https address");
        }
        return URI.create(url);
    }
}
