package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioAdminTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aRunningSimulatorIsSteeredAndLookedAt() throws IOException {
        try (FormInbox inbox = new FormInbox();
                TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            assertThat(client.get("/_simulator/health").text("status")).isEqualTo("up");
            client.post("/_simulator/webhooks", "{\"url\":\"" + inbox.url() + "\"}");
            client.post("/_simulator/statuses", "{\"url\":\"" + inbox.url() + "\"}");
            client.text("+14155551234");
            String sid = client.post(
                            "/_simulator/inbound",
                            "{\"from\":\"+14155551234\",\"form\":{\"Body\":\"x\",\"ButtonPayload\":\"p\"}}")
                    .sid();
            simulator.awaitQuiet(TwilioSimulators.SOON);

            assertThat(inbox.statuses()).containsExactly("sent", "delivered", "read");
            assertThat(inbox.inbound().get(0).get("ButtonPayload")).isEqualTo("p");
            assertThat(inbox.inbound().get(0).get("MessageSid")).isEqualTo(sid);
            assertThat(client.get("/_simulator/summary").json().path("accepted").asInt())
                    .isEqualTo(1);
            assertThat(client.get("/_simulator/ledger")
                            .json()
                            .at("/accepted/0/recipient")
                            .asText())
                    .isEqualTo("14155551234");
        }
    }

    @Test
    void contentsOutagesAndScheduledMessagesAreSteered() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            String sid = simulator.contentSid("hello_world");
            client.post("/_simulator/content", "{\"sid\":\"" + sid + "\",\"status\":\"paused\"}");
            assertThat(client.get("/v1/Content/" + sid + "/ApprovalRequests")
                            .json()
                            .at("/whatsapp/status")
                            .asText())
                    .isEqualTo("paused");

            client.post("/_simulator/outage", "{\"down\":true}");
            assertThat(client.text("+14155551234").status()).isEqualTo(503);
            client.post("/_simulator/outage", "{\"down\":false}");
            assertThat(client.text("+14155551234").status()).isEqualTo(201);

            assertThat(client.post("/_simulator/release", "")
                            .json()
                            .path("released")
                            .asInt())
                    .isZero();
            assertThat(client.post("/_simulator/content", "{\"sid\":\"HX1\",\"status\":\"paused\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.post("/_simulator/shutdown", "").status()).isEqualTo(403);
            assertThat(client.get("/_simulator/other").status()).isEqualTo(404);
        }
    }

    @Test
    void helpNamesEveryFlagAndItsDefault() throws InterruptedException {
        assertThat(run(Map.of(), "--help")).isZero();

        assertThat(output())
                .contains("Twilio", "--status-url", "--mps", "[20-80]", "WAKIT_TWILIO_SIMULATOR_WEBHOOK_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense 1",
                "--mps many",
                "--seed x",
                "--requests -1",
                "--latency 80-20",
                "--drop 2",
                "--webhook-url localhost",
                "--tunnel https://a.example",
                "--account secret-token",
                "--api-key"
            })
    void aBadFlagIsAnErrorThatNamesItAndNoSecret(String line) throws InterruptedException {
        assertThat(run(Map.of(), line.split(" "))).isEqualTo(2);

        assertThat(output()).startsWith("Error: ").contains(line.split(" ")[0]).doesNotContain("secret-token");
    }

    @Test
    @Timeout(20)
    void printsWhatAClientNeedsAndRunsUntilShutDown() throws Exception {
        Thread main = new Thread(() -> {
            try {
                run(
                        Map.of("WAKIT_TWILIO_SIMULATOR_SEED", "4711"),
                        "--port",
                        "0",
                        "--allow-shutdown",
                        "--account",
                        "AC000000000000000000000000000000ab:tok",
                        "--senders",
                        "+14155550177,+14155550178");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        main.start();
        while (!output().contains("Ctrl-C")) {
            Thread.onSpinWait();
        }
        String url = output().replaceAll("(?s).*base URL +(\\S+).*", "$1");

        assertThat(output())
                .contains("4711", "AC000000000000000000000000000000ab", "tok", "whatsapp:+14155550177", "MG0000");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/_simulator/shutdown"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding());
        main.join(10_000);
        assertThat(main.isAlive()).isFalse();
    }

    private int run(Map<String, String> environment, String... args) throws InterruptedException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return TwilioSimulatorMain.run(List.of(args), environment, out);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
