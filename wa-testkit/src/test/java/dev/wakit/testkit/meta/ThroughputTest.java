package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    @Test
    void holdsHundredsOfSlowRequestsAtOnce() {
        try (MetaSimulator simulator = Simulators.quick()
                .slowAnswers(Duration.ofMinutes(10), Duration.ofMinutes(10))
                .pairLimit(Duration.ofSeconds(6), 0)
                .start()) {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> http.sendAsync(slow(simulator), BodyHandlers.ofString()))
                    .toList();

            Simulators.await(() -> simulator.ledger().accepted().size() == 400);
            assertThat(answers).noneMatch(CompletableFuture::isDone);
        }
    }

    private static HttpRequest slow(MetaSimulator simulator) {
        return HttpRequest.newBuilder(
                        URI.create(simulator.baseUrl() + "/v25.0/" + simulator.phoneNumberId() + "/messages"))
                .header("Authorization", "Bearer " + simulator.accessToken())
                .POST(BodyPublishers.ofString("{\"messaging_product\":\"whatsapp\",\"to\":\"+14155550303\","
                        + "\"type\":\"text\",\"text\":{\"body\":\"x\"}}"))
                .build();
    }
}
