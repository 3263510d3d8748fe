package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** An engine on a database, with the simulator and an endpoint for its webhooks. */
final class DatabaseRun implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A second for the database, and what a busy machine adds, in milliseconds; a pool gives up after 30 seconds. */
    static final long AT_ONCE = 10_000;

    final WebhookServer server = WebhookServer.start(0);
    final MetaSimulator simulator = Stage.quick().webhooksTo(server.uri()).start();
    private final JdbcStores stores;
    private final MetaProvider provider = Worker.provider(simulator);
    final CampaignEngine engine;

    private DatabaseRun(String url) {
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

    static DatabaseRun open(String url) {
        return new DatabaseRun(url);
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
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            int now = simulator.ledger().accepted().size();
            if (now != count[0]) {
                count[0] = now;
                last[0] = System.nanoTime();
            }
            return System.nanoTime() - last[0] > Duration.ofSeconds(3).toNanos();
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
