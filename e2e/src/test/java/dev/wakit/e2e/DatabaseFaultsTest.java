package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is killed in mid-campaign and started again. */
@ExtendWith(LostConnections.class)
class DatabaseFaultsTest {

    @TempDir
    private Path folder;

    /** Which database is killed. */
    enum Kind {
        POSTGRESQL,
        MARIADB;

        RestartableServer start(Path folder) {
            return this == POSTGRESQL
                    ? RestartablePostgres.start(folder)
                    : MariaProcess.start(folder.resolve("maria-data"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsKilledAndStartedAgainCostsNobodyAMessage(Kind kind) throws IOException, InterruptedException {
        int kills = Integer.getInteger("wakit.database.kills", 2);
        int recipients = 300 * (kills + 1);
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        try (var server = kind.start(folder);
                var run = DatabaseRun.open(server.url())) {
            CampaignId id = run.launch(recipients, 100);
            for (int kill = 0; kill < kills; kill++) {
                run.awaitAccepted((kill + 1) * recipients / (kills + 1) - random.nextInt(100));
                server.kill();
                if (kill == 0) {
                    assertThat(run.webhookAnswerMillis())
                            .as("a webhook is refused at once")
                            .isLessThan(DatabaseRun.AT_ONCE);
                }
                server.restart();
            }

            var done = Ledgers.check(run.engine, id, run.simulator, recipients, DatabaseRun.PATIENCE, "seed " + seed);
            System.out.printf(
                    "database kill -9: %s, seed %d, %d kills, %d recipients, %d read, %d unknown%n",
                    kind,
                    seed,
                    kills,
                    recipients,
                    done.progress().in(DeliveryState.READ),
                    done.progress().in(DeliveryState.UNKNOWN));
        }
    }
}
