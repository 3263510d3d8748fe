package dev.wakit.samples.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;

/** One line that says how far the campaign is: rewritten on a terminal, printed now and then elsewhere. */
final class ProgressLine {

    private static final int LOOK_MILLIS = 500;
    private static final int LOOKS_BETWEEN_LINES = 10;

    private final Stage stage;
    private final String campaign;
    private final boolean terminal = System.console() != null;
    private String last = "";
    private int looks;

    ProgressLine(Stage stage, String campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    /** The campaign as it is now. */
    JsonNode look() throws IOException {
        JsonNode now = stage.server().get("/api/campaigns/" + campaign);
        show(text(now));
        return now;
    }

    /** Shows news until the process is stopped; waits patiently for a server that was killed. */
    void showForever() {
        boolean gone = false;
        while (true) {
            stage.simulatorProcess().requireAlive();
            try {
                look();
                if (gone) {
                    gone = false;
                    end();
                    System.out.println("The server is back.");
                }
            } catch (IOException unreachable) {
                if (!gone && !stage.isClosing()) {
                    gone = true;
                    end();
                    System.out.println("The server is gone"
                            + (stage.serverProcess().isAlive()
                                    ? ""
                                    : " (exit code " + stage.serverProcess().exitCode() + ")")
                            + "; the simulator goes on. Start it again with: bin/demo --server");
                }
            }
            Stage.pause(LOOK_MILLIS);
        }
    }

    private void show(String text) {
        looks++;
        if (text.equals(last)) {
            return;
        }
        if (terminal) {
            System.out.print("\r\u001b[2K" + text);
            System.out.flush();
            last = text;
        } else if (looks % LOOKS_BETWEEN_LINES == 1) {
            System.out.println(text);
            last = text;
        }
    }

    /** Ends the line, so that something else can be printed. */
    void end() {
        if (terminal && !last.isEmpty()) {
            System.out.println();
        }
        last = "";
    }

    private static String text(JsonNode campaign) {
        JsonNode progress = campaign.path("progress");
        JsonNode states = progress.path("states");
        return String.format(
                Locale.ROOT,
                "%-9s %,d rows: %,d waiting, %,d sent, %,d delivered, %,d read, %,d failed, %,d uncertain, %,d unknown, %,d skipped",
                campaign.path("status").asText().toLowerCase(Locale.ROOT),
                progress.path("total").asLong(),
                progress.path("remaining").asLong(),
                progress.path("sent").asLong(),
                progress.path("delivered").asLong(),
                progress.path("read").asLong(),
                states.path("FAILED").asLong(),
                states.path("UNCERTAIN").asLong(),
                states.path("UNKNOWN").asLong(),
                states.path("SKIPPED").asLong());
    }
}
