package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while webhooks pour in: whatever it answered with 200 must be in the database. */
class IntakeCrashTest {

    private static final int KILLS = Integer.getInteger("wakit.intake.kills", 2);
    private static final Pattern MARK = Pattern.compile("\"mark\":\"(\\d+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void everythingThatWasAnsweredWithOkIsInTheInbox() throws InterruptedException, SQLException {
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        Database database = Database.sqlite(folder);
        int port = FreePort.next();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var marks = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try (var simulator = MetaSimulator.start()) {
            for (int i = 0; i < 4; i++) {
                senders.submit(() -> pour(simulator, port, marks, acknowledged));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int target = acknowledged.size() + 50 + random.nextInt(100);
                try (var worker = WorkerProcess.start(database, simulator, port, folder.resolve("worker.log"))) {
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(1 + random.nextInt(5)))
                            .until(() -> acknowledged.size() >= target);
                    worker.kill();
                }
            }
            senders.shutdownNow();
            senders.awaitTermination(20, TimeUnit.SECONDS);

            Set<String> kept = kept(database);
            System.out.printf(
                    "intake kill -9: seed %d, %d kills, %d acknowledged, %d kept or settled%n",
                    seed, KILLS, acknowledged.size(), kept.size());
            var lost = new HashSet<>(acknowledged);
            lost.removeAll(kept);
            assertThat(lost).as("answered with 200 and not kept, seed " + seed).isEmpty();
        } finally {
            senders.shutdownNow();
        }
    }

    private static void pour(MetaSimulator simulator, int port, AtomicInteger marks, Set<String> acknowledged) {
        HttpClient client = HttpClient.newHttpClient();
        while (!Thread.currentThread().isInterrupted()) {
            String mark = Integer.toString(marks.incrementAndGet());
            byte[] body = Signed.body("account_alerts", "\"mark\":\"" + mark + "\"");
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/meta"))
                    .header("X-Hub-Signature-256", Signed.signature(simulator, body))
                    .timeout(Duration.ofSeconds(5))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    acknowledged.add(mark);
                }
            } catch (IOException killed) {
                // No answer: nothing was promised.
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** All bodies are still there: settled ones are kept for 30 days. */
    private static Set<String> kept(Database database) throws SQLException {
        var marks = new HashSet<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database.name());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT body FROM wa_inbox")) {
            while (rows.next()) {
                Matcher mark = MARK.matcher(new String(rows.getBytes(1), StandardCharsets.UTF_8));
                assertThat(mark.find()).isTrue();
                marks.add(mark.group(1));
            }
        }
        return marks;
    }
}
