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
                .slowAnswers(Duration.ofMillis(1500), Duration.ofSeconds(2))
                .pairLimit(Duration.ofSeconds(6), 0)
                .start()) {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            long start = System.nanoTime();

            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> http.sendAsync(slow(simulator), BodyHandlers.ofString()))
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(simulator.ledger().accepted()).hasSize(400);
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
