package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.CounterNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("crash")
class SqliteCrashTest {

    private static final long SEED = 20_260_301;
    private static final int KILLS = 5;
    /** Far more than the workers commit before they are killed, though a line may be heard late. */
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @Test
    void keepsEveryIntentThatWasAcknowledgedBeforeKillMinus9() throws Exception {
        Path file = folder.resolve("wakit.db");
        try (JdbcStores stores = JdbcStores.sqlite(file)) {
            Rows.runningCampaign(stores, ROWS);
        }
        var random = new Random(SEED);
        Set<Long> acknowledged = new HashSet<>();

        for (int kill = 0; kill < KILLS; kill++) {
            List<Long> granted = killAfter(1 + random.nextInt(150), file);
            assertThat(granted)
                    .as("granted once, seed %d kill %d", SEED, kill)
                    .filteredOn(acknowledged::contains)
                    .isEmpty();
            acknowledged.addAll(granted);
            verify(file, granted, acknowledged.size());
        }
        verify(file, acknowledged, acknowledged.size());
    }

    private static void verify(Path file, Collection<Long> granted, int acknowledged) {
        try (JdbcStores stores = JdbcStores.sqlite(file)) {
            for (long id : granted) {
                Delivery row = stores.deliveries()
                        .find(Rows.TENANT, new DeliveryId(id))
                        .orElseThrow();
                assertThat(row.state()).isEqualTo(DeliveryState.SENDING);
                assertThat(row.attemptNo()).isEqualTo(1);
            }
            var counters = stores.campaigns()
                    .counters(Rows.TENANT, List.of(Rows.CAMPAIGN))
                    .get(Rows.CAMPAIGN);
            long sending = counters.get(CounterNames.state(DeliveryState.SENDING));
            assertThat(sending).isGreaterThanOrEqualTo(acknowledged);
            assertThat(sending + counters.get(CounterNames.state(DeliveryState.PENDING)))
                    .isEqualTo(ROWS);
        }
    }

    private static List<Long> killAfter(int batches, Path file) throws IOException, InterruptedException {
        Process worker = start(file);
        var granted = new ArrayList<Long>();
        try (BufferedReader said = worker.inputReader()) {
            int heard = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.endsWith(";")) {
                    ids(line).forEach(granted::add);
                }
                // Through the handle: Process.destroyForcibly would close the pipe with lines still in it.
                if (++heard == batches) {
                    worker.toHandle().destroyForcibly();
                }
            }
            assertThat(worker.waitFor()).isNotZero();
        } finally {
            worker.destroyForcibly();
        }
        return granted;
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWorker.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Stream<Long> ids(String line) {
        return Arrays.stream(line.substring(0, line.length() - 1).split(",")).map(Long::valueOf);
    }
}
