package dev.wakit.campaign.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.campaign.pacing.Canary;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.MisfirePolicy;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.template.TemplateCategory;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stored text form of a campaign's pacing: only what differs from the default. */
final class PacingCodec {

    private PacingCodec() {}

    static void write(ObjectNode node, Pacing pacing) {
        node.put("priority", pacing.priority().name());
        node.put("weight", pacing.weight());
        if (pacing.maxInFlight() > 0) {
            node.put("maxInFlight", pacing.maxInFlight());
        }
        if (!pacing.misfire().equals(MisfirePolicy.RUN_NOW)) {
            node.put("startWithinMs", pacing.misfire().startWithin().toMillis());
        }
        pacing.delay()
                .ifPresent(delay -> node.putObject("delay")
                        .put("minMs", delay.min().toMillis())
                        .put("maxMs", delay.max().toMillis()));
        pacing.batch()
                .ifPresent(batch -> node.putObject("batch")
                        .put("size", batch.size())
                        .put("pauseMs", batch.pause().toMillis()));
        pacing.spread()
                .ifPresent(spread -> node.putObject("spread")
                        .put("overMs", spread.over().toMillis())
                        .put("until", spread.until().toEpochMilli()));
        pacing.canary()
                .ifPresent(canary -> node.putObject("canary")
                        .put("count", canary.count())
                        .put("share", canary.share())
                        .put("watchMs", canary.watch().toMillis())
                        .put("maxFailureShare", canary.maxFailureShare()));
        pacing.spendBudget()
                .ifPresent(budget -> node.putObject("spendBudget")
                        .put("amount", budget.amount().toPlainString())
                        .put("currency", budget.currency()));
        pacing.window().ifPresent(window -> write(node.putObject("window"), window));
        var caps = node.putArray("caps");
        pacing.caps()
                .forEach(cap -> caps.addObject()
                        .put("max", cap.max())
                        .put("periodMs", cap.period().toMillis())
                        .put("category", cap.category().name()));
    }

    private static void write(ObjectNode node, SendWindow window) {
        node.put("from", window.from().toString()).put("to", window.to().toString());
        var days = node.putArray("days");
        window.days().stream().sorted().map(DayOfWeek::name).forEach(days::add);
        node.put("zone", window.zone().getId()).put("recipientZone", window.inRecipientZone());
    }

    static Pacing read(JsonNode node) {
        Pacing.Builder pacing = Pacing.builder();
        if (node.isMissingNode()) {
            return pacing.build();
        }
        pacing.priority(Priority.valueOf(node.path("priority").asText()))
                .weight(node.path("weight").asInt())
                .maxInFlight(node.path("maxInFlight").asInt(0));
        if (node.has("startWithinMs")) {
            pacing.misfire(MisfirePolicy.runIfWithin(millis(node, "startWithinMs")));
        }
        if (node.has("delay")) {
            pacing.delayBetween(millis(node.path("delay"), "minMs"), millis(node.path("delay"), "maxMs"));
        }
        if (node.has("batch")) {
            pacing.batch(node.path("batch").path("size").asInt(), millis(node.path("batch"), "pauseMs"));
        }
        readSpread(pacing, node.path("spread"));
        if (node.has("canary")) {
            JsonNode canary = node.path("canary");
            pacing.canary(new Canary(
                    canary.path("count").asInt(),
                    canary.path("share").asDouble(),
                    millis(canary, "watchMs"),
                    canary.path("maxFailureShare").asDouble()));
        }
        if (node.has("spendBudget")) {
            JsonNode budget = node.path("spendBudget");
            pacing.spendBudget(
                    new BigDecimal(budget.path("amount").asText()),
                    budget.path("currency").asText());
        }
        if (node.has("window")) {
            pacing.window(readWindow(node.path("window")));
        }
        node.path("caps")
                .forEach(cap -> pacing.addCap(new FrequencyCap(
                        cap.path("max").asInt(),
                        millis(cap, "periodMs"),
                        TemplateCategory.valueOf(cap.path("category").asText()))));
        return pacing.build();
    }

    private static void readSpread(Pacing.Builder pacing, JsonNode spread) {
        if (spread.path("overMs").asLong() > 0) {
            pacing.spreadOver(millis(spread, "overMs"));
        } else if (!spread.isMissingNode()) {
            pacing.spreadUntil(Instant.ofEpochMilli(spread.path("until").asLong()));
        }
    }

    private static SendWindow readWindow(JsonNode node) {
        List<DayOfWeek> days = new ArrayList<>();
        node.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        SendWindow.Hours hours = SendWindow.between(
                        node.path("from").asText(), node.path("to").asText())
                .on(days);
        String zone = node.path("zone").asText();
        return node.path("recipientZone").asBoolean() ? hours.inRecipientZone(zone) : hours.inZone(zone);
    }

    private static Duration millis(JsonNode node, String field) {
        return Duration.ofMillis(node.path(field).asLong());
    }
}
