package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database goes away in mid-campaign: killed, or silent behind a dead network. */
@ExtendWith(LostConnections.class)
class DatabaseFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A second for the database, and what a busy machine adds; a pool gives up after 30. */
    private static final long AT_ONCE = 10_000;

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
                var run = Run.open(server.url())) {
            CampaignId id = run.launch(recipients, 100);
            for (int kill = 0; kill < kills; kill++) {
                run.awaitAccepted((kill + 1) * recipients / (kills + 1) - random.nextInt(100));
                server.kill();
                if (kill == 0) {
                    assertThat(run.webhookAnswerMillis())
                            .as("a webhook is refused at once")
                            .isLessThan(AT_ONCE);
                }
                server.restart();
            }

            var done = Ledgers.check(run.engine, id, run.simulator, recipients, PATIENCE, "seed " + seed);
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

    @Test
    void webhooksOfAnOutageAreAllRefusedAtOnceAndAllAppliedWhenTheyAreSentAgain() throws Exception {
        long seconds = Long.getLong("wakit.f16.seconds", 6);
        int recipients = 40;
        try (var postgres = RestartablePostgres.start(folder);
                var run = Run.open(postgres.url())) {
            run.simulator.pauseWebhooks();
            CampaignId id = run.launch(recipients, 100);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> run.engine.campaigns().get(id).progress().in(DeliveryState.ACCEPTED) == recipients);
            List<String> statuses = run.simulator.ledger().accepted().stream()
                    .map(message -> SignedWebhook.status(message, "delivered", Instant.now(), ""))
                    .toList();
            var sender = new WebhookSender(run.server.uri(), run.simulator);

            postgres.kill();
            long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            int refused = 0;
            while (refused < recipients || System.nanoTime() - endNanos < 0) {
                WebhookSender.Answer answer = sender.post(statuses.get(refused % recipients));
                assertThat(answer.status()).as("while the database is down").isEqualTo(503);
                assertThat(answer.millis()).isLessThan(AT_ONCE);
                refused++;
            }
            postgres.restart();

            for (String status : statuses) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> sender.post(status).status() == 200);
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> run.engine.campaigns().get(id).progress().in(DeliveryState.DELIVERED) == recipients);
            assertThat(run.engine.webhooksParked()).isZero();
            System.out.printf("database down %d s: %d webhooks refused, 0 acknowledged%n", seconds, refused);
        }
    }

    @Test
    void aSilentNetworkStopsSendingWithinTheLeaseAndEndsWithoutDuplicates() {
        int silences = Integer.getInteger("wakit.silences", 2);
        int recipients = 600 * (silences + 1);
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        try (var postgres = RestartablePostgres.start(folder);
                var hole = BlackHole.before(postgres.port());
                var run = Run.open(postgres.url().replace(":" + postgres.port(), ":" + hole.port()))) {
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

            Ledgers.check(run.engine, id, run.simulator, recipients, PATIENCE, "after a silent network, seed " + seed);
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

    /** An engine on a database, with the simulator and an endpoint for its webhooks. */
    private static final class Run implements AutoCloseable {

        private final WebhookServer server = WebhookServer.start(0);
        private final MetaSimulator simulator =
                Stage.quick().webhooksTo(server.uri()).start();
        private final JdbcStores stores;
        private final dev.wakit.provider.meta.MetaProvider provider = Worker.provider(simulator);
        private final CampaignEngine engine;

        private Run(String url) {
            this.stores = Database.open(url);
            this.engine = CampaignEngine.builder(stores)
                    .provider(provider)
                    .retry(Worker.QUICK)
                    .evidenceGrace(Duration.ofSeconds(20))
                    // What the BSP never got is settled by time only.
                    .evidenceLimit(Duration.ofSeconds(30))
                    .lease(Duration.ofSeconds(2))
                    .build();
            server.serve(engine);
            engine.start();
        }

        static Run open(String url) {
            return new Run(url);
        }

        CampaignId launch(int recipients, int perSecond) {
            CampaignId id = engine.campaigns()
                    .create(Stage.spec(People.ordinary(recipients))
                            .rate(RateLimit.perSecond(perSecond))
                            .build())
                    .id();
            engine.campaigns().launch(id);
            return id;
        }

        void awaitAccepted(int count) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> simulator.ledger().accepted().size() >= count);
        }

        Instant lastAccept() {
            return simulator.ledger().accepted().stream()
                    .map(LedgerEntry::time)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }

        /** Waits until nothing was accepted for three seconds. */
        void awaitSilence() {
            var last = new long[] {System.nanoTime()};
            var count = new int[] {simulator.ledger().accepted().size()};
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        int now = simulator.ledger().accepted().size();
                        if (now != count[0]) {
                            count[0] = now;
                            last[0] = System.nanoTime();
                        }
                        return System.nanoTime() - last[0]
                                > Duration.ofSeconds(3).toNanos();
                    });
        }

        /** How long an unsigned-for-nobody webhook waits for its refusal. */
        long webhookAnswerMillis() throws IOException, InterruptedException {
            byte[] body = Signed.body("account_alerts", "\"entity_type\":\"BUSINESS\"");
            long before = System.nanoTime();
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.uri().toString()))
                                    .header("X-Hub-Signature-256", Signed.signature(simulator, body))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(503);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        }

        @Override
        public void close() {
            engine.close();
            provider.close();
            simulator.close();
            server.close();
            stores.close();
        }
    }
}
