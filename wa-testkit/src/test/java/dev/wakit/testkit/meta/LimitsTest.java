package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void refusesWith130429AboveTheThroughputAndAcceptsNothingOfIt() throws IOException {
        try (MetaSimulator simulator = Simulators.quick().messagesPerSecond(5).start()) {
            Client client = new Client(simulator);
            int refused = 0;
            while (refused == 0) {
                Client.Answer answer = client.text("+14155551234");
                refused += answer.code() == 130429 && answer.status() == 400 ? 1 : 0;
            }

            assertThat(simulator.ledger().requests())
                    .isEqualTo(simulator.ledger().accepted().size() + 1);
            assertThat(simulator.ledger().rejections()).containsEntry(130429, 1L);
        }
    }

    @Test
    void countsEachPhoneNumberForItself() throws IOException {
        try (MetaSimulator simulator = Simulators.quick()
                .messagesPerSecond(1)
                .phoneNumberIds(java.util.List.of("111", "222"))
                .start()) {
            Client client = new Client(simulator);
            String body = "{\"messaging_product\":\"whatsapp\",\"to\":\"+14155551234\",\"text\":{\"body\":\"x\"}}";

            assertThat(client.post("/v25.0/111/messages", body).status()).isEqualTo(200);
            assertThat(client.post("/v25.0/222/messages", body).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesWith131056WhenThePairIsExhausted() throws IOException {
        try (MetaSimulator simulator =
                Simulators.quick().pairLimit(Duration.ofHours(1), 2).start()) {
            Client client = new Client(simulator);

            assertThat(client.text("+14155551234").status()).isEqualTo(200);
            assertThat(client.text("+14155551234").status()).isEqualTo(200);
            assertThat(client.text("+14155551234").code()).isEqualTo(131056);
            assertThat(client.text("+14155551235").status()).isEqualTo(200);
            assertThat(simulator.ledger().accepted()).hasSize(3);
        }
    }

    @Test
    void limitsCanBeSwitchedOff() throws IOException {
        try (MetaSimulator simulator =
                Simulators.quick().pairLimit(Duration.ofHours(1), 0).start()) {
            Client client = new Client(simulator);
            for (int i = 0; i < 100; i++) {
                assertThat(client.text("+14155551234").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void showsTheThroughputLevelAndQualityOfANumber() throws IOException {
        try (MetaSimulator simulator = MetaSimulator.start()) {
            simulator.qualityRating("YELLOW");
            var node = new Client(simulator)
                    .get("/v25.0/" + simulator.phoneNumberId()
                            + "?fields=quality_rating,throughput,display_phone_number")
                    .json();

            assertThat(node.path("quality_rating").asText()).isEqualTo("YELLOW");
            assertThat(node.at("/throughput/level").asText()).isEqualTo("STANDARD");
            assertThat(node.path("id").asText()).isEqualTo(simulator.phoneNumberId());
            assertThat(node.has("verified_name")).isFalse();
        }
    }
}
