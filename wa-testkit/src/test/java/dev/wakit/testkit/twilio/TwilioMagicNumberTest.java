package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.MagicNumber;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwilioMagicNumberTest {

    private static final String PREFIX = "+1415555";

    private final FormInbox inbox = new FormInbox();
    private final TwilioSimulator simulator = TwilioSimulators.quick()
            .slowAnswers(Duration.ofMillis(300), Duration.ofMillis(600))
            .webhooksTo(inbox.url())
            .statusCallbacksTo(inbox.url())
            .start();
    private final TwilioClient client = new TwilioClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void allAreDocumentedWithTwiliosCodes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "simulator.md"));

        assertThat(MagicNumber.values())
                .allSatisfy(it -> assertThat(page)
                        .contains("`" + it + "` | " + it.summary() + " | "
                                + TwilioOutcome.of(it).summary() + " |"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "RATE_LIMITED_ONCE",
                "PAIR_LIMITED_ONCE",
                "SERVER_ERROR",
                "HTML_UNAVAILABLE",
                "LOST_RESPONSE",
                "TRUNCATED_ANSWER",
                "RESET_BEFORE_ACCEPTANCE"
            })
    void acceptedNumbersReportTheirStatusesInOrder(MagicNumber magic) throws IOException {
        TwilioOutcome outcome = TwilioOutcome.of(magic);
        String suffix = magic == MagicNumber.ORDINARY ? "1234" : magic.suffix();

        TwilioClient.Answer answer = client.content(PREFIX + suffix, simulator.contentSid("hello_world"));
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("queued");
        assertThat(inbox.statuses()).isEqualTo(outcome.statuses());
        assertThat(simulator.ledger().accepted().get(0).outcome()).isEqualTo(magic);
        assertThat(simulator.ledger().accepted().get(0).finalStatus()).isEqualTo(outcome.finalStatus());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNDELIVERABLE", "MARKETING_LIMIT", "OPTED_OUT", "EXPERIMENT", "CONFLICT", "HELD_THEN_DROPPED"})
    void failuresCarryTheirCodeInTheCallbackAndInTheResource(MagicNumber magic) throws IOException {
        String sid = client.content(PREFIX + magic.suffix(), simulator.contentSid("hello_world"))
                .sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);

        FormInbox.Received failed = inbox.received().get(inbox.received().size() - 1);
        JsonNode resource = client.fetch(sid).json();
        int code = TwilioOutcome.of(magic).code();
        assertThat(failed.get("ErrorCode")).isEqualTo(Integer.toString(code));
        assertThat(failed.get("ChannelStatusMessage")).contains("(#" + magic.failureCode() + ")");
        assertThat(resource.path("error_code").asInt()).isEqualTo(code);
        assertThat(resource.path("status").asText()).isEqualTo(failed.get("MessageStatus"));
    }

    @Test
    void silentNumbersStayQueued() throws IOException {
        String sid = client.text(PREFIX + "0204").sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.received()).isEmpty();
        assertThat(client.fetch(sid).text("status")).isEqualTo("queued");
    }

    @Test
    void repliesArriveAsInboundForms() throws IOException {
        String sid = client.text(PREFIX + "7867").sid();
        client.text(PREFIX + "8398");
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.inbound()).hasSize(2).anySatisfy(form -> {
            assertThat(form.get("Body")).isEqualTo("STOP");
            assertThat(form.get("From")).isEqualTo("whatsapp:+14155557867");
            assertThat(form.get("To")).isEqualTo(simulator.sender());
            assertThat(form.get("OriginalRepliedMessageSid")).isEqualTo(sid);
        });
    }

    @Test
    void rateLimitedOnceIsRefusedOnceAndThenAccepted() throws IOException {
        TwilioClient.Answer first = client.text(PREFIX + "0429");

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.code()).isEqualTo(20429);
        assertThat(client.text(PREFIX + "0429").status()).isEqualTo(201);
        assertThat(simulator.ledger().accepted()).hasSize(1);
    }

    @Test
    void pairLimitedOnceFailsOnceAndIsNoDuplicateThen() throws IOException {
        String first = client.text(PREFIX + "0056").sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);
        String second = client.text(PREFIX + "0056").sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(client.fetch(first).json().path("error_code").asInt()).isEqualTo(63018);
        assertThat(inbox.received().get(0).get("ChannelStatusMessage")).contains("131056");
        assertThat(client.fetch(second).text("status")).isEqualTo("read");
        assertThat(simulator.ledger().duplicates()).isEmpty();
    }

    @Test
    void serverErrorsAreNotAccepted() throws IOException {
        TwilioClient.Answer json = client.text(PREFIX + "0500");
        TwilioClient.Answer html = client.text(PREFIX + "0503");

        assertThat(json.status()).isEqualTo(500);
        assertThat(json.code()).isEqualTo(20500);
        assertThat(html.status()).isEqualTo(503);
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
        assertThat(simulator.ledger().accepted()).isEmpty();
        assertThat(simulator.ledger().rejections()).containsEntry(20500, 1L).containsEntry(503, 1L);
    }

    @Test
    void lostResponseClosesTheConnectionAfterAcceptance() throws IOException {
        assertThatThrownBy(() -> client.text(PREFIX + "0408")).isInstanceOf(IOException.class);
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(simulator.ledger().acceptedFor(PREFIX + "0408")).hasSize(1);
        assertThat(inbox.statuses()).containsExactly("sent", "delivered", "read");
        JsonNode list = client.get(client.messages() + ".json?To=whatsapp:%2B14155550408")
                .json();
        assertThat(list.at("/messages/0/sid").asText())
                .isEqualTo(simulator.ledger().accepted().get(0).wamid());
    }

    @Test
    void resetBeforeAcceptanceAcceptsNothing() throws IOException {
        assertThatThrownBy(() -> client.text(PREFIX + "0104")).isInstanceOf(IOException.class);

        assertThat(simulator.ledger().accepted()).isEmpty();
        assertThat(simulator.ledger().rejections()).containsEntry(0, 1L);
        assertThat(client.get(client.messages() + ".json").json().path("messages"))
                .isEmpty();
    }

    @Test
    void truncatedAnswerEndsInTheMiddleOfItsJson() throws IOException {
        String form = TwilioClient.form("To", "whatsapp:+14155550206", "From", simulator.sender(), "Body", "x");
        String request = "POST " + client.messages() + ".json HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + TwilioClient.basic(simulator.accountSid() + ":" + simulator.authToken()) + "\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form;
        try (Socket socket = new Socket("127.0.0.1", simulator.baseUrl().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 201").doesNotEndWith("}");
            assertThat(simulator.ledger().accepted()).hasSize(1);
        }
    }

    @Test
    void slowAnswersAreAcceptedBeforeTheyAreAnswered() throws IOException {
        long start = System.nanoTime();
        client.text(PREFIX + "0303");
        long slow = System.nanoTime();
        client.text(PREFIX + "0504");

        assertThat(Duration.ofNanos(slow - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(Duration.ofNanos(System.nanoTime() - slow)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }

    @Test
    void magicCanBeSwitchedOff() throws IOException {
        try (TwilioSimulator plain =
                TwilioSimulators.quick().magicNumbers(false).start()) {
            assertThat(new TwilioClient(plain).text(PREFIX + "0500").status()).isEqualTo(201);
        }
    }
}
