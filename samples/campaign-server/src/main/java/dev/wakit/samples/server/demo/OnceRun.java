package dev.wakit.samples.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Waits until everything is settled, reckons, and prints the result as one line of JSON. */
final class OnceRun {

    private static final int LOOK_MILLIS = 300;
    private static final Set<String> BROKEN = Set.of("FAILED", "CANCELLED");

    private final Stage stage;
    private final String campaign;
    private final long rows;
    private final ProgressLine progress;
    private final Instant start = Instant.now();
    private final Instant deadline;

    OnceRun(Stage stage, JsonNode campaign, Duration timeout, ProgressLine progress) {
        this.stage = stage;
        this.campaign = campaign.path("id").asText();
        this.rows = campaign.at("/audience/rows").asLong();
        this.progress = progress;
        this.deadline = start.plus(timeout);
    }

    /** The exit code: 0 if every row is accounted for, none twice, none lost, and the statistics count the same rows. */
    int finish() throws IOException {
        JsonNode last = awaitQuiet();
        Reckoning reckoning = reckon();
        while (isOpen(last, reckoning) && Instant.now().isBefore(deadline)) {
            Stage.pause(LOOK_MILLIS);
            last = look();
            reckoning = reckon();
        }
        progress.end();
        boolean good = judge(last, reckoning);
        System.out.println(result(last, reckoning));
        return good ? 0 : 1;
    }

    private Reckoning reckon() throws IOException {
        return Reckoning.of(stage.simulator(), stage.server(), campaign, rows);
    }

    private static boolean isOpen(JsonNode last, Reckoning reckoning) {
        return reckoning.unsettled() > 0
                || !reckoning.disagreements(last.path("progress")).isEmpty();
    }

    /** Until nothing waits and no webhook is under way; the rows are compared only then, since that reads all of them. */
    private JsonNode awaitQuiet() throws IOException {
        JsonNode now = look();
        while (isBusy(now) && Instant.now().isBefore(deadline)) {
            Stage.pause(LOOK_MILLIS);
            now = look();
        }
        return now;
    }

    private boolean isBusy(JsonNode now) throws IOException {
        return !now.path("status").asText().equals("COMPLETED")
                || now.at("/progress/states/UNCERTAIN").asLong() > 0
                || stage.simulator()
                                .get("/_simulator/summary")
                                .path("pendingWebhooks")
                                .asLong()
                        > 0;
    }

    private JsonNode look() throws IOException {
        stage.serverProcess().requireAlive();
        stage.simulatorProcess().requireAlive();
        JsonNode now = progress.look();
        String status = now.path("status").asText();
        if (BROKEN.contains(status)) {
            throw new DemoException("The campaign is " + status + ": " + reason(now));
        }
        if (status.equals("PAUSED")) {
            progress.end();
            System.err.println("Paused: " + reason(now) + " Resuming, as an operator would.");
            return stage.server().post("/api/campaigns/" + campaign + "/resume").path("campaign");
        }
        return now;
    }

    private static String reason(JsonNode campaign) {
        return campaign.path("reason").asText("no reason is known");
    }

    /** Whether both sides tell the same; says on the error stream what does not fit. */
    static boolean judge(JsonNode last, Reckoning reckoning) {
        String status = last.path("status").asText();
        if (!status.equals("COMPLETED")) {
            System.err.println("Time is up and the campaign is still " + status + ".");
        }
        if (reckoning.unsettled() > 0) {
            System.err.println("Time is up and " + reckoning.unsettled() + " deliveries are not settled.");
        }
        if (reckoning.duplicates() > 0) {
            System.err.println(reckoning.duplicates() + " people got the message twice.");
        }
        if (reckoning.lost() > 0) {
            System.err.println(reckoning.lost() + " rows are lost.");
        }
        List<String> disagreements = reckoning.disagreements(last.path("progress"));
        disagreements.forEach(System.err::println);
        reckoning.complaints().forEach(complaint -> System.err.println("  " + complaint));
        return status.equals("COMPLETED")
                && reckoning.unsettled() == 0
                && disagreements.isEmpty()
                && reckoning.duplicates() == 0
                && reckoning.lost() == 0;
    }

    private String result(JsonNode last, Reckoning reckoning) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("recipients", rows)
                .put("skipped", reckoning.in("SKIPPED"))
                .put("accepted", reckoning.taken())
                .put("delivered", last.at("/progress/delivered").asLong())
                .put("read", last.at("/progress/read").asLong())
                .put("failed", reckoning.in("FAILED"))
                .put("unknown", reckoning.in("UNKNOWN"))
                .put("duplicates", reckoning.duplicates())
                .put("lost", reckoning.lost())
                .put(
                        "seconds",
                        Math.max(1, Duration.between(start, Instant.now()).toSeconds()))
                .toString();
    }
}
