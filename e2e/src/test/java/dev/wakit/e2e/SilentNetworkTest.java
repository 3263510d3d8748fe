package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The network between a worker and its database swallows everything, and nobody is told. */
@ExtendWith(LostConnections.class)
class SilentNetworkTest {

    @TempDir
    private Path folder;

    @Test
    void aSilentNetworkStopsSendingWithinTheLeaseAndEndsWithoutDuplicates() {
        int silences = Integer.getInteger("wakit.silences", 2);
        int recipients = 600 * (silences + 1);
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        try (var postgres = RestartablePostgres.start(folder);
                var hole = BlackHole.before(postgres.port());
                var run = DatabaseRun.open(postgres.url().replace(":" + postgres.port(), ":" + hole.port()))) {
            CampaignId id = run.launch(recipients, 100);
            long slowestStop = 0;
            long slowestStart = 0;
            for (int silence = 1; silence <= silences; silence++) {
                run.awaitAccepted(silence * recipients / (silences + 1) - random.nextInt(200));

                hole.swallow();
                Instant silent = Instant.now();
                run.awaitSilence();
                slowestStop = Math.max(
                        slowestStop, Duration.between(silent, run.lastAccept()).toMillis());
                int before = run.simulator.ledger().accepted().size();
                hole.release();
                long releasedNanos = System.nanoTime();
                run.awaitAccepted(before + 1);
                slowestStart = Math.max(slowestStart, System.nanoTime() - releasedNanos);
            }

            Ledgers.check(
                    run.engine,
                    id,
                    run.simulator,
                    recipients,
                    DatabaseRun.PATIENCE,
                    "after a silent network, seed " + seed);
            System.out.printf(
                    "silent network: seed %d, %d times, last message %d ms after it began, first %d ms after it ended%n",
                    seed, silences, slowestStop, TimeUnit.NANOSECONDS.toMillis(slowestStart));
            assertThat(slowestStop)
                    .as("milliseconds until the last message of a worker whose lease is 2 s was accepted")
                    .isLessThan(5_000);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(slowestStart))
                    .as("seconds until it goes on")
                    .isLessThanOrEqualTo(60);
        }
    }
}
