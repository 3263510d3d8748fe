package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioLimitsTest {

    private static final String TO = "+14155551234";

    @Test
    void messagesAboveTheThroughputAreAcceptedAndFail() throws IOException {
        try (FormInbox inbox = new FormInbox();
                TwilioSimulator simulator = TwilioSimulators.quick()
                        .messagesPerSecond(1)
                        .statusCallbacksTo(inbox.url())
                        .start()) {
            TwilioClient client = new TwilioClient(simulator);
            int code = 0;
            while (code == 0) {
                String sid = client.text(TO).sid();
                simulator.awaitQuiet(TwilioSimulators.SOON);
                code = client.fetch(sid).json().path("error_code").asInt();
            }

            assertThat(code).isEqualTo(63018);
            assertThat(inbox.received().get(inbox.received().size() - 1).get("ChannelStatusMessage"))
                    .contains("130429");
            assertThat(simulator.ledger().rejections()).isEmpty();
        }
    }

    @Test
    void countsEachSenderForItself() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick()
                .messagesPerSecond(1)
                .senders(List.of("+14155550100", "+14155550101"))
                .start()) {
            TwilioClient client = new TwilioClient(simulator);
            String first = client.text(TO).sid();
            String second = client.create(
                            TwilioClient.form("To", "whatsapp:" + TO, "From", "whatsapp:+14155550101", "Body", "x"))
                    .sid();
            simulator.awaitQuiet(TwilioSimulators.SOON);

            assertThat(client.fetch(first).text("status")).isEqualTo("read");
            assertThat(client.fetch(second).text("status")).isEqualTo("read");
        }
    }

    @Test
    void aPairThatIsExhaustedFails() throws IOException {
        try (TwilioSimulator simulator =
                TwilioSimulators.quick().pairLimit(Duration.ofHours(1), 1).start()) {
            TwilioClient client = new TwilioClient(simulator);
            client.text(TO);
            String second = client.text(TO).sid();
            String other = client.text("+14155551235").sid();
            simulator.awaitQuiet(TwilioSimulators.SOON);

            assertThat(client.fetch(second).json().path("error_code").asInt()).isEqualTo(63018);
            assertThat(client.fetch(other).text("status")).isEqualTo("read");
        }
    }

    @Test
    void tooManyRequestsAtOnceAreRefusedAndNotAccepted() {
        try (TwilioSimulator simulator = TwilioSimulators.quick()
                .concurrentRequests(2)
                .latency(Duration.ofMillis(300), Duration.ofMillis(300))
                .start()) {
            TwilioClient client = new TwilioClient(simulator);
            ExecutorService pool = Executors.newFixedThreadPool(8);
            List<CompletableFuture<TwilioClient.Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(client, "+1415555123" + i), pool))
                    .toList();
            List<Integer> statuses =
                    answers.stream().map(answer -> answer.join().status()).toList();
            pool.shutdown();

            assertThat(statuses).contains(201, 429);
            assertThat(simulator.ledger().accepted())
                    .hasSize((int) statuses.stream().filter(it -> it == 201).count());
            assertThat(simulator.ledger().rejections()).containsOnlyKeys(20429);
        }
    }

    @Test
    void finishedRequestsNoLongerCount() throws IOException {
        try (TwilioSimulator simulator =
                TwilioSimulators.quick().concurrentRequests(1).start()) {
            TwilioClient client = new TwilioClient(simulator);
            assertThatThrownBy(() -> client.text("+14155550408")).isInstanceOf(IOException.class);
            int accepted = 0;
            for (int i = 0; i < 50 && accepted < 5; i++) {
                accepted += client.text(TO).status() == 201 ? 1 : 0;
            }

            assertThat(accepted).isEqualTo(5);
        }
    }

    @Test
    void theNextRequestsFailAsATestAsked() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            simulator.failNext(2, 400, 21610);

            assertThat(client.text(TO).code()).isEqualTo(21610);
            assertThat(client.text(TO).code()).isEqualTo(21610);
            assertThat(client.text(TO).status()).isEqualTo(201);
            assertThat(simulator.ledger().rejections()).isEqualTo(Map.of(21610, 2L));
        }
    }

    @Test
    void anOutageConcernsEveryPath() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            simulator.outage(true);
            assertThat(client.text(TO).code()).isEqualTo(20503);
            assertThat(client.get("/v1/Content").status()).isEqualTo(503);
            assertThat(client.get(client.messages() + ".json").status()).isEqualTo(503);

            simulator.outage(false);
            assertThat(client.text(TO).status()).isEqualTo(201);
            assertThat(client.get("/v1/Content").status()).isEqualTo(200);
        }
    }

    @Test
    void lostAnswersAreAcceptedMessages() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            simulator.loseResponses(1);
            assertThatThrownBy(() -> client.text(TO)).isInstanceOf(IOException.class);

            assertThat(simulator.ledger().accepted()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"AC, wrong", "ACffffffffffffffffffffffffffffffff, token", "SK, wrong", "'', ''"})
    void wrongCredentialsAreRefused(String user, String password) throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            String name = user.equals("AC") ? simulator.accountSid() : user.equals("SK") ? simulator.apiKeySid() : user;
            TwilioClient client =
                    new TwilioClient(simulator).as(name, password.equals("token") ? simulator.authToken() : password);

            assertThat(client.text(TO).status()).isEqualTo(401);
            assertThat(client.text(TO).code()).isEqualTo(20003);
            assertThat(client.get("/v1/Content").code()).isEqualTo(20003);
            assertThat(client.get("/v2/Channels/Senders?Channel=whatsapp").code())
                    .isEqualTo(20003);
            assertThat(simulator.ledger().rejections()).containsOnlyKeys(20003);
        }
    }

    @Test
    void theApiKeyIsTakenAndAReplacedTokenIsNot() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient withToken = new TwilioClient(simulator);
            TwilioClient withKey = new TwilioClient(simulator).as(simulator.apiKeySid(), simulator.apiKeySecret());
            assertThat(withKey.text(TO).status()).isEqualTo(201);
            assertThat(withToken.text(TO).status()).isEqualTo(201);

            simulator.authToken("new-token");
            assertThat(withToken.text(TO).code()).isEqualTo(20003);
            assertThat(withKey.text(TO).status()).isEqualTo(201);
        }
    }

    @Test
    void thePathOfAnotherAccountIsRefused() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            String other = "/2010-04-01/Accounts/ACffffffffffffffffffffffffffffffff/Messages.json";

            assertThat(new TwilioClient(simulator).post(other, "To=x").code()).isEqualTo(20003);
        }
    }

    private static TwilioClient.Answer send(TwilioClient client, String to) {
        try {
            return client.text(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
