package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.SettableClock;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.SimulatorSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final String TO = "+1 415 555 1234";

    @Test
    void recordsWhatWasAccepted() throws IOException {
        try (MetaSimulator simulator =
                Simulators.quick().clock(SettableClock.create()).start()) {
            String wamid = new Client(simulator).text(TO, "token-7").wamid();

            assertThat(simulator.ledger().acceptedFor("14155551234"))
                    .containsExactly(new LedgerEntry(
                            1,
                            SettableClock.START,
                            simulator.phoneNumberId(),
                            TO,
                            "14155551234",
                            "text",
                            "",
                            "token-7",
                            wamid,
                            MagicNumber.ORDINARY,
                            "read"));
        }
    }

    @Test
    void entriesMaskTheNumberInTheirText() throws IOException {
        try (MetaSimulator simulator = Simulators.quick().start()) {
            new Client(simulator).text(TO);

            assertThat(simulator.ledger().accepted().get(0).toString())
                    .contains("1234")
                    .doesNotContain("415555");
        }
    }

    @Test
    void twoAcceptsForOneRecipientAreADuplicate() throws IOException {
        try (MetaSimulator simulator = Simulators.quick().start()) {
            Client client = new Client(simulator);
            client.text(TO);
            assertThat(simulator.ledger().duplicates()).isEmpty();

            client.text("+14155551234");

            assertThat(simulator.ledger().duplicates()).containsExactly("14155551234");
        }
    }

    @Test
    void aSecondTryAfterAFailedStatusIsNoDuplicate() throws IOException {
        try (Inbox inbox = new Inbox();
                MetaSimulator simulator =
                        Simulators.quick().webhooksTo(inbox.url()).start()) {
            Client client = new Client(simulator);
            client.text("+14155550026");
            simulator.awaitQuiet(Simulators.SOON);
            client.text("+14155550026");

            assertThat(simulator.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void aSecondTryBeforeTheFailedStatusIsADuplicate() throws IOException {
        try (Inbox inbox = new Inbox();
                MetaSimulator simulator =
                        Simulators.quick().webhooksTo(inbox.url()).start()) {
            simulator.pauseWebhooks();
            Client client = new Client(simulator);
            client.text("+14155550026");
            client.text("+14155550026");

            assertThat(simulator.ledger().duplicates()).containsExactly("14155550026");
        }
    }

    @Test
    void aLineIsOnTheDiskWhenTheAnswerArrives(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        try (MetaSimulator simulator = Simulators.quick().ledgerFile(file).start()) {
            Client client = new Client(simulator);
            String wamid = client.text(TO, "t1").wamid();

            JsonNode accepted = lines(file).get(0);
            assertThat(accepted.path("event").asText()).isEqualTo("accepted");
            assertThat(accepted.path("wamid").asText()).isEqualTo(wamid);
            assertThat(accepted.path("callback_data").asText()).isEqualTo("t1");

            client.text("+14155550500");
            assertThat(lines(file).get(1).path("event").asText()).isEqualTo("rejected");
            assertThat(lines(file).get(1).path("code").asInt()).isEqualTo(131000);
            assertThatThrownBy(() -> client.text("+14155550408")).isInstanceOf(IOException.class);
            assertThat(lines(file).get(2).path("outcome").asText()).isEqualTo("LOST_RESPONSE");
        }
        assertThat(lines(file)).hasSize(3);
    }

    @Test
    void aLedgerFileIsContinuedAndNeverOverwritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        for (int run = 1; run <= 2; run++) {
            try (MetaSimulator simulator = Simulators.quick().ledgerFile(file).start()) {
                new Client(simulator).text(TO);
            }
            assertThat(lines(file)).hasSize(run);
        }
    }

    @Test
    void countsRequestsOutcomesAndRecipients() throws IOException {
        try (MetaSimulator simulator = Simulators.quick().start()) {
            Client client = new Client(simulator);
            client.text(TO);
            client.text("+14155550026");
            client.text("+14155550500");

            SimulatorSummary summary = simulator.summary();
            assertThat(summary.requests()).isEqualTo(3);
            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.uniqueRecipients()).isEqualTo(2);
            assertThat(summary.byOutcome())
                    .containsEntry(MagicNumber.ORDINARY, 1L)
                    .containsEntry(MagicNumber.UNDELIVERABLE, 1L);
            assertThat(summary.rejectedByCode()).containsEntry(131000, 1L);
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> new Client.Answer(0, line).json())
                .toList();
    }
}
