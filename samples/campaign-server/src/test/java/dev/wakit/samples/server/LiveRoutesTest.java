package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRoutesTest {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void beginsWithTheCurrentState() {
        String id = server.create("Still", false, "+919876543210");

        JsonNode first = server.news("/api/campaigns/" + id + "/events", news -> true);

        assertThat(first.at("/campaign/status").asText()).isEqualTo("DRAFT");
        assertThat(first.path("lanes").isArray()).isTrue();
    }

    @Test
    void tellsTheProgressUntilTheEnd() {
        String[] phones = new String[40];
        for (int i = 0; i < phones.length; i++) {
            phones[i] = "+9198765111" + (10 + i);
        }
        String id = server.create("Forty", false, phones);
        List<String> statuses = new ArrayList<>();

        JsonNode last = server.await(id, now -> {
            // Not before somebody listens: it is over soon.
            if (statuses.isEmpty()) {
                server.post("/api/campaigns/" + id + "/launch", "");
            }
            statuses.add(now.path("status").asText());
            return now.at("/progress/read").asInt() == phones.length
                    && now.path("status").asText().equals("COMPLETED");
        });

        assertThat(statuses).startsWith("DRAFT").endsWith("COMPLETED").hasSizeGreaterThan(1);
        assertThat(last.at("/progress/duplicateSends").asInt()).isZero();
        assertThat(last.at("/history/sent")).isNotEmpty();
        assertThat(server.server().simulator().orElseThrow().ledger().duplicates())
                .isEmpty();
    }

    @Test
    void tellsTheListAboutANewCampaign() {
        String id = server.create("Listed", false, "+919876543210");

        JsonNode news = server.news(
                "/api/events", now -> now.at("/campaigns/0/id").asText().equals(id));

        assertThat(news.at("/campaigns/0/name").asText()).isEqualTo("Listed");
    }
}
