package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AdminTest {

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void reportsHealth() throws IOException {
        assertThat(client.get("/_simulator/health").body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void summarises() throws IOException {
        client.text("+14155551234");
        client.text("+14155551234");
        client.text("+14155550500");

        JsonNode summary = client.get("/_simulator/summary").json();

        assertThat(summary.path("requests").asInt()).isEqualTo(3);
        assertThat(summary.path("accepted").asInt()).isEqualTo(2);
        assertThat(summary.at("/rejectedByCode/131000").asInt()).isEqualTo(1);
        assertThat(summary.path("duplicates").asInt()).isEqualTo(1);
        assertThat(summary.at("/byOutcome/ORDINARY").asInt()).isEqualTo(2);
        assertThat(summary.path("uniqueRecipients").asInt()).isEqualTo(1);
        assertThat(summary.has("pendingWebhooks")).isTrue();
    }

    @Test
    void pagesThroughTheLedger() throws IOException {
        for (int i = 0; i < 5; i++) {
            client.text("+1415555600" + i);
        }

        JsonNode first = client.get("/_simulator/ledger?limit=3").json();
        JsonNode second = client.get(first.path("next").asText()).json();

        assertThat(first.path("accepted")).hasSize(3);
        assertThat(second.path("accepted")).hasSize(2);
        assertThat(second.at("/accepted/0/sequence").asInt()).isEqualTo(4);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void setsTheWebhookTargetAndPlaysTheCustomer() throws IOException {
        try (Inbox inbox = new Inbox()) {
            client.post("/_simulator/webhooks", "{\"url\":\"" + inbox.url() + "\"}");
            client.post("/_simulator/pause", "");
            client.post("/_simulator/inbound", "{\"from\":\"+14155551234\",\"text\":\"STOP\"}");
            assertThat(inbox.received()).isEmpty();
            client.post("/_simulator/resume", "");
            simulator.awaitQuiet(Simulators.SOON);

            assertThat(inbox.messages().get(0).at("/text/body").asText()).isEqualTo("STOP");
        }
    }

    @Test
    void refusesATargetThatIsNoAddress() throws IOException {
        assertThat(client.post("/_simulator/webhooks", "{\"url\":\"ftp\"}").status())
                .isEqualTo(400);
        assertThat(client.get("/_simulator/nothing").status()).isEqualTo(404);
    }

    @Test
    void refusesToShutDownUnlessAllowed() throws IOException {
        assertThat(client.post("/_simulator/shutdown", "").status()).isEqualTo(403);
        assertThat(client.get("/_simulator/health").status()).isEqualTo(200);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shutsDownWhenAllowed() throws Exception {
        try (MetaSimulator other = Simulators.quick().shutdownAllowed(true).start()) {
            assertThat(new Client(other).post("/_simulator/shutdown", "").status())
                    .isEqualTo(200);

            other.awaitClosed();
        }
    }
}
