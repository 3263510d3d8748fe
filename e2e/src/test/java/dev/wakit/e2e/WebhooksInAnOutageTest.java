package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The database is down while webhooks come. */
@ExtendWith(LostConnections.class)
class WebhooksInAnOutageTest {

    private static final int AT_A_TIME = 4;

    @TempDir
    private Path folder;

    private final ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);

    @AfterEach
    void close() {
        senders.shutdownNow();
    }

    @Test
    void webhooksOfAnOutageAreAllRefusedAtOnceAndAllAppliedWhenTheyAreSentAgain() throws Exception {
        long seconds = Long.getLong("wakit.f16.seconds", 6);
        int recipients = 40;
        try (var postgres = RestartablePostgres.start(folder);
                var run = DatabaseRun.open(postgres.url())) {
            run.simulator.pauseWebhooks();
            CampaignId id = run.launch(recipients, 100);
            Awaitility.await()
                    .atMost(DatabaseRun.PATIENCE)
                    .until(() -> run.engine.campaigns().get(id).progress().in(DeliveryState.ACCEPTED) == recipients);
            List<String> statuses = run.simulator.ledger().accepted().stream()
                    .map(message -> SignedWebhook.status(message, "delivered", Instant.now(), ""))
                    .toList();
            var sender = new WebhookSender(run.server.uri(), run.simulator);

            postgres.kill();
            long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            int refused = 0;
            while (refused < recipients || System.nanoTime() - endNanos < 0) {
                for (WebhookSender.Answer answer : posted(sender, next(statuses, refused))) {
                    assertThat(answer.status()).as("while the database is down").isEqualTo(503);
                    assertThat(answer.millis()).isLessThan(DatabaseRun.AT_ONCE);
                    refused++;
                }
            }
            postgres.restart();

            for (String status : statuses) {
                Awaitility.await()
                        .atMost(DatabaseRun.PATIENCE)
                        .until(() -> sender.post(status).status() == 200);
            }
            Awaitility.await()
                    .atMost(DatabaseRun.PATIENCE)
                    .until(() -> run.engine.campaigns().get(id).progress().in(DeliveryState.DELIVERED) == recipients);
            assertThat(run.engine.webhooksParked()).isZero();
            System.out.printf("database down %d s: %d webhooks refused, 0 acknowledged%n", seconds, refused);
        }
    }

    /** As many as the BSP sends beside each other, from one on and round again. */
    private static List<String> next(List<String> statuses, int from) {
        return IntStream.range(from, from + AT_A_TIME)
                .mapToObj(i -> statuses.get(i % statuses.size()))
                .toList();
    }

    /** The answers to webhooks that are sent beside each other. */
    private List<WebhookSender.Answer> posted(WebhookSender sender, List<String> statuses) throws Exception {
        var answers = new ArrayList<WebhookSender.Answer>();
        for (Future<WebhookSender.Answer> answer : senders.invokeAll(statuses.stream()
                .map(status -> (Callable<WebhookSender.Answer>) () -> sender.post(status))
                .toList())) {
            answers.add(answer.get());
        }
        return answers;
    }
}
