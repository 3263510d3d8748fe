package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full in mid-campaign, and then it is not. The limit on the size of files that a process may write stands for it: the
 * same write fails in the same place, and no test needs a disk of its own.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "prlimit is a Linux tool")
class DiskFullTest {

    private static final int RECIPIENTS = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void nothingIsSentWithoutADurableIntentAndItGoesOnWhenThereIsSpaceAgain() throws IOException {
        Database database = Database.sqlite(folder);
        Path log = folder.resolve("worker.log");
        WebhookServer server = WebhookServer.start(0);
        try (var simulator = Stage.quick().webhooksTo(server.uri()).start();
                var stores = database.open();
                var provider = Worker.provider(simulator);
                var desk = Worker.engine(stores, provider, event -> {});
                var worker = WorkerProcess.start(database, simulator, FreePort.next(), log)) {
            server.serve(desk);
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(People.ordinary(RECIPIENTS))
                            .rate(RateLimit.perSecond(100))
                            .build())
                    .id();
            desk.campaigns().launch(id);
            awaitAccepted(simulator, 200);

            // The write-ahead log is older than this limit: every further write of the worker fails.
            worker.limitFileSize("4096");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> Files.readString(log).contains("SQLITE_FULL")
                            || Files.readString(log).contains("SQLITE_IOERR"));
            int full = settledCount(simulator);
            assertThat(full).isLessThan(RECIPIENTS);
            worker.limitFileSize("unlimited");

            Ledgers.check(desk, id, simulator, RECIPIENTS, PATIENCE, "after a full disk");
        } finally {
            server.close();
        }
    }

    private static void awaitAccepted(MetaSimulator simulator, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> simulator.ledger().accepted().size() >= count);
    }

    /** What was on its way lands; then nothing follows for two seconds, in which 200 messages would have been sent. */
    private static int settledCount(MetaSimulator simulator) {
        var last = new int[] {-1};
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            int now = simulator.ledger().accepted().size();
            boolean still = now == last[0];
            last[0] = now;
            return still;
        });
        return last[0];
    }
}
