package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchesTest {

    private static final String TO = "+14155551234";

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void failsTheNextRequestsAndThenRecovers() throws IOException {
        simulator.failNext(2, 400, 131048);

        assertThat(client.text(TO).code()).isEqualTo(131048);
        assertThat(client.text(TO).status()).isEqualTo(400);
        assertThat(client.text(TO).status()).isEqualTo(200);
        assertThat(simulator.ledger().rejections()).containsEntry(131048, 2L);
    }

    @Test
    void anOutageRefusesEverythingUntilItIsOver() throws IOException {
        simulator.outage(true);

        assertThat(client.text(TO).status()).isEqualTo(503);
        assertThat(client.text(TO).json().at("/error/is_transient").asBoolean()).isTrue();
        assertThat(client.get("/v25.0/" + simulator.phoneNumberId()).status()).isEqualTo(503);
        simulator.outage(false);
        assertThat(client.text(TO).status()).isEqualTo(200);
        assertThat(simulator.ledger().accepted()).hasSize(1);
    }

    @Test
    void losesAllAnswersWhenTheShareIsOne() throws IOException {
        simulator.loseResponses(1);
        assertThatThrownBy(() -> client.text(TO)).isInstanceOf(IOException.class);
        simulator.loseResponses(0);

        assertThat(client.text(TO).status()).isEqualTo(200);
        assertThat(simulator.ledger().accepted()).hasSize(2);
    }

    @Test
    void losesTheSameAnswersWithTheSameSeed() {
        assertThat(lost(7)).isEqualTo(lost(7)).isNotEqualTo(lost(8)).hasSizeBetween(5, 35);
    }

    @Test
    void latencyCanChangeAtRunTime() throws IOException {
        simulator.latency(Duration.ofMillis(200), Duration.ofMillis(200));
        long start = System.nanoTime();

        client.text(TO);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void refusesAShareAboveOne() {
        assertThatThrownBy(() -> simulator.loseResponses(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loseResponses");
    }

    private static List<Integer> lost(long seed) {
        List<Integer> lost = new ArrayList<>();
        try (MetaSimulator seeded =
                Simulators.quick().seed(seed).loseResponses(0.5).start()) {
            Client client = new Client(seeded);
            for (int i = 6000; i < 6040; i++) {
                try {
                    client.text("+1415555" + i);
                } catch (IOException e) {
                    lost.add(i);
                }
            }
        }
        return lost;
    }
}
