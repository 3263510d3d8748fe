package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.MagicNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MagicNumberTest {

    private static final String PREFIX = "+1415555";

    private final Inbox inbox = new Inbox();
    private final MetaSimulator simulator = Simulators.quick()
            .slowAnswers(Duration.ofMillis(300), Duration.ofMillis(600))
            .start();
    private final Client client = new Client(simulator);

    @BeforeEach
    void connect() {
        simulator.webhooksTo(inbox.url());
    }

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void onlyTheLastFourDigitsCount() {
        assertThat(MagicNumber.of("+55 11 98765-00-26")).isEqualTo(MagicNumber.UNDELIVERABLE);
        assertThat(MagicNumber.of("5511987650026")).isEqualTo(MagicNumber.UNDELIVERABLE);
        assertThat(MagicNumber.of("919876540026")).isEqualTo(MagicNumber.UNDELIVERABLE);
        assertThat(MagicNumber.of("26")).isEqualTo(MagicNumber.ORDINARY);
    }

    @Test
    void suffixesDifferAndAreAllDocumented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "simulator.md"));

        assertThat(Arrays.stream(MagicNumber.values()).map(MagicNumber::suffix)).doesNotHaveDuplicates();
        assertThat(MagicNumber.values())
                .allSatisfy(it -> assertThat(page).contains("| " + it.suffix() + " | `" + it + "` | " + it.summary()));
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
        String suffix = magic == MagicNumber.ORDINARY ? "1234" : magic.suffix();

        assertThat(client.template(PREFIX + suffix, "hello_world", "[]").status())
                .isEqualTo(200);
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(inbox.statusNames()).isEqualTo(magic.statuses());
        assertThat(simulator.ledger().accepted().get(0).outcome()).isEqualTo(magic);
        assertThat(simulator.ledger().accepted().get(0).finalStatus()).isEqualTo(magic.finalStatus());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNDELIVERABLE", "MARKETING_LIMIT", "OPTED_OUT", "EXPERIMENT", "CONFLICT", "HELD_THEN_DROPPED"})
    void failedStatusesCarryTheirCode(MagicNumber magic) throws IOException {
        client.template(PREFIX + magic.suffix(), "hello_world", "[]");
        simulator.awaitQuiet(Simulators.SOON);

        JsonNode failed = inbox.statuses().get(inbox.statuses().size() - 1);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/errors/0/code").asInt()).isEqualTo(magic.failureCode());
        assertThat(failed.at("/errors/0/error_data/details").asText()).isNotEmpty();
        assertThat(failed.has("pricing")).isFalse();
    }

    @Test
    void heldTemplatesSaySoInTheAnswer() throws IOException {
        Client.Answer answer = client.template(PREFIX + "0132", "hello_world", "[]");

        assertThat(answer.json().at("/messages/0/message_status").asText()).isEqualTo("held_for_quality_assessment");
    }

    @Test
    void repliesArriveAsInboundTexts() throws IOException {
        String wamid = client.text(PREFIX + "7867").wamid();
        client.text(PREFIX + "8398");
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(inbox.messages()).anySatisfy(message -> {
            assertThat(message.at("/text/body").asText()).isEqualTo("STOP");
            assertThat(message.path("from").asText()).isEqualTo("14155557867");
            assertThat(message.at("/context/id").asText()).isEqualTo(wamid);
        });
        assertThat(inbox.messages()).hasSize(2);
    }

    @Test
    void limitedOnceIsRefusedOnceAndThenAccepted() throws IOException {
        assertThat(client.text(PREFIX + "0429").code()).isEqualTo(130429);
        assertThat(client.text(PREFIX + "0429").status()).isEqualTo(200);
        assertThat(client.text(PREFIX + "0056").code()).isEqualTo(131056);
        assertThat(client.text(PREFIX + "0056").status()).isEqualTo(200);
        assertThat(simulator.ledger().accepted()).hasSize(2);
    }

    @Test
    void serverErrorsAreNotAccepted() throws IOException {
        Client.Answer json = client.text(PREFIX + "0500");
        Client.Answer html = client.text(PREFIX + "0503");

        assertThat(json.status()).isEqualTo(500);
        assertThat(json.code()).isEqualTo(131000);
        assertThat(html.status()).isEqualTo(503);
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
        assertThat(simulator.ledger().accepted()).isEmpty();
        assertThat(simulator.ledger().rejections()).containsEntry(131000, 1L).containsEntry(503, 1L);
    }

    @Test
    void lostResponseClosesTheConnectionAfterAcceptance() {
        assertThatThrownBy(() -> client.text(PREFIX + "0408")).isInstanceOf(IOException.class);
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(simulator.ledger().acceptedFor(PREFIX + "0408")).hasSize(1);
        assertThat(inbox.statusNames()).containsExactly("sent", "delivered", "read");
    }

    @Test
    void resetBeforeAcceptanceAcceptsNothing() {
        assertThatThrownBy(() -> client.text(PREFIX + "0104")).isInstanceOf(IOException.class);

        assertThat(simulator.ledger().accepted()).isEmpty();
        assertThat(simulator.ledger().rejections()).containsEntry(0, 1L);
    }

    @Test
    void truncatedAnswerEndsInTheMiddleOfItsJson() throws Exception {
        RawAnswer answer = RawAnswer.to(simulator, PREFIX + "0206");

        assertThat(answer.head()).startsWith("HTTP/1.1 200");
        assertThat(answer.body()).startsWith("{\"messaging_product\"").doesNotEndWith("}");
        assertThat(answer.body().length()).isLessThan(answer.contentLength());
        assertThat(simulator.ledger().accepted()).hasSize(1);
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
        try (MetaSimulator plain = Simulators.quick().magicNumbers(false).start()) {
            assertThat(new Client(plain).text(PREFIX + "0500").status()).isEqualTo(200);
        }
    }
}
