package dev.wakit.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.store.jdbc.JdbcStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerRoutesTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheServersOwnWorker() {
        try (var server = RunningServer.in(folder)) {
            server.news("/api/events", news -> news.path("work").path("workers").size() == 1);

            JsonNode workers = server.json("/api/workers").path("workers");
            assertThat(workers.get(0).path("pid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(workers.get(0).path("state").asText()).isEqualTo(WorkerState.RUNNING.name());
            assertThat(workers.get(0).path("stale").asBoolean()).isFalse();
        }
    }

    @Test
    void endsAQuarantineForSomebodyWithAName() {
        try (var server = RunningServer.in(folder);
                var stores = JdbcStores.sqlite(server.database())) {
            stores.history().begin("for the test", "worker-1", Duration.ofHours(1));
            assertThat(server.json("/api/workers")
                            .path("quarantine")
                            .path("reason")
                            .asText())
                    .isEqualTo("for the test");

            assertThat(server.post("/api/quarantine/end", "{\"by\": \" \"}").statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/api/quarantine/end", "{\"by\": \"asha\"}").statusCode())
                    .isEqualTo(200);
            assertThat(server.post("/api/quarantine/end", "{\"by\": \"asha\"}").statusCode())
                    .isEqualTo(409);

            assertThat(stores.history().all(1).get(0).endedBy()).isEqualTo("asha");
            assertThat(server.json("/api/workers").path("quarantine").isObject())
                    .isFalse();
        }
    }
}
