package dev.wakit.samples.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares what the simulator accepted with what the server says of each row.
 *
 * <p>A duplicate is a person with more than one accepted message of which an earlier one did not end in failed. A row is lost if no
 * delivery explains it, or if the simulator accepted it and the server does not count it as taken by WhatsApp. The campaign's
 * statistics must count the same rows.
 */
final class Reckoning {

    private static final Set<String> NEVER_SENT = Set.of("SKIPPED", "CANCELLED");
    private static final Set<String> OPEN = Set.of("PENDING", "SENDING", "UNCERTAIN");
    private static final int PAGE = 1_000;

    private final Map<String, List<JsonNode>> acceptedByPerson = new HashMap<>();
    private final Map<String, Integer> states = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int taken;
    private int unsettled;
    private int rows;
    private int duplicates;
    private int lost;

    private Reckoning() {}

    static Reckoning of(DemoHttp simulator, DemoHttp server, String campaign, long expectedRows) throws IOException {
        var reckoning = new Reckoning();
        reckoning.readLedger(simulator);
        reckoning.readDeliveries(server, campaign);
        reckoning.countDuplicates();
        reckoning.lost += (int) Math.max(0, expectedRows - reckoning.rows);
        return reckoning;
    }

    private void readLedger(DemoHttp simulator) throws IOException {
        String path = "/_simulator/ledger?limit=" + PAGE;
        while (!path.isEmpty()) {
            JsonNode page = simulator.get(path);
            page.path("accepted")
                    .forEach(entry -> acceptedByPerson
                            .computeIfAbsent(entry.path("recipient").asText(), person -> new ArrayList<>())
                            .add(entry));
            path = page.path("next").asText("");
        }
    }

    private void readDeliveries(DemoHttp server, String campaign) throws IOException {
        String after = "";
        do {
            JsonNode page = server.get(
                    "/api/campaigns/" + campaign + "/deliveries?reveal=true&limit=" + PAGE + "&after=" + after);
            page.path("deliveries").forEach(this::compare);
            after = page.path("next").asText("");
        } while (!after.isEmpty());
    }

    private void compare(JsonNode delivery) {
        String state = delivery.path("state").asText();
        rows++;
        states.merge(state, 1, Integer::sum);
        if (NEVER_SENT.contains(state)) {
            return;
        }
        boolean isTaken = delivery.path("taken").asBoolean();
        taken += isTaken ? 1 : 0;
        List<JsonNode> accepted =
                acceptedByPerson.getOrDefault(delivery.path("phone").asText().replace("+", ""), List.of());
        if (OPEN.contains(state) || !isSettled(state, accepted)) {
            unsettled++;
            complain(delivery, accepted);
        } else if (!accepted.isEmpty() && !isTaken) {
            lost++;
            complain(delivery, accepted);
        }
    }

    /** Whether the state is the last one that the simulator will report for the latest message. */
    private static boolean isSettled(String state, List<JsonNode> accepted) {
        if (accepted.isEmpty()) {
            return state.equals("FAILED") || state.equals("UNKNOWN");
        }
        return state.equals("READ")
                || state.equals("UNKNOWN")
                || state.equals(endState(accepted.get(accepted.size() - 1)));
    }

    /** The state of a delivery whose message ended so: BSPs have words of their own. */
    private static String endState(JsonNode entry) {
        String end = entry.path("final_status").asText();
        return switch (end) {
            case "undelivered" -> "FAILED";
            case "queued" -> "ACCEPTED";
            default -> end.toUpperCase(Locale.ROOT);
        };
    }

    private void complain(JsonNode delivery, List<JsonNode> accepted) {
        if (complaints.size() < 5) {
            complaints.add("line " + delivery.path("line").asLong() + " is "
                    + delivery.path("state").asText() + ", the simulator accepted " + accepted.size()
                    + (accepted.isEmpty()
                            ? ""
                            : " ("
                                    + accepted.get(accepted.size() - 1)
                                            .path("outcome")
                                            .asText() + ")"));
        }
    }

    private void countDuplicates() {
        for (List<JsonNode> accepted : acceptedByPerson.values()) {
            boolean twice = accepted.stream()
                    .limit(Math.max(0, accepted.size() - 1))
                    .anyMatch(entry -> !endState(entry).equals("FAILED"));
            duplicates += twice ? 1 : 0;
        }
    }

    /** Where the campaign's own statistics count other than its rows do, in words; none if they agree. */
    List<String> disagreements(JsonNode statistics) {
        var found = new ArrayList<String>();
        statistics.path("states").properties().forEach(state -> {
            int counted = in(state.getKey());
            if (counted != state.getValue().asLong()) {
                found.add("The statistics say " + state.getValue().asLong() + " " + state.getKey() + ", but " + counted
                        + " rows are.");
            }
        });
        if (statistics.path("total").asLong() != rows) {
            found.add("The statistics say " + statistics.path("total").asLong() + " rows, but there are " + rows + ".");
        }
        return found;
    }

    /** Deliveries that may still change. */
    int unsettled() {
        return unsettled;
    }

    int taken() {
        return taken;
    }

    int in(String state) {
        return states.getOrDefault(state, 0);
    }

    int duplicates() {
        return duplicates;
    }

    int lost() {
        return lost;
    }

    /** The first rows that do not fit, in words. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
