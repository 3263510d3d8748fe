package dev.wakit.testkit.twilio;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwilioLedgerTest {

    private static final String TO = "+14155551234";

    @Test
    void recordsWhatWasAccepted() throws IOException {
        try (TwilioSimulator simulator =
                TwilioSimulators.quick().clock(SettableClock.create()).start()) {
            String content = simulator.contentSid("hello_world");
            String callback = "https://hooks.example.com/s?rid=7";
            String sid = new TwilioClient(simulator)
                    .content(TO, content, "StatusCallback", callback)
                    .sid();

            assertThat(simulator.ledger().acceptedFor(TO))
                    .containsExactly(new LedgerEntry(
                            1,
                            SettableClock.START,
                            simulator.sender(),
                            "whatsapp:" + TO,
                            "14155551234",
                            "template",
                            content,
                            callback,
                            "",
                            sid,
                            MagicNumber.ORDINARY,
                            "read"));
        }
    }

    @Test
    void twoAcceptsForOneRecipientAreADuplicate() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            client.text(TO);
            assertThat(simulator.ledger().duplicates()).isEmpty();

            client.text(TO);

            assertThat(simulator.ledger().duplicates()).containsExactly("14155551234");
        }
    }

    @Test
    void aSecondTryAfterAFailureWasPostedIsNoDuplicate() throws IOException {
        try (FormInbox inbox = new FormInbox();
                TwilioSimulator simulator =
                        TwilioSimulators.quick().statusCallbacksTo(inbox.url()).start()) {
            TwilioClient client = new TwilioClient(simulator);
            client.text("+14155550026");
            simulator.awaitQuiet(TwilioSimulators.SOON);
            client.text("+14155550026");

            assertThat(simulator.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void aSecondTryAfterAFailureWasLookedUpIsNoDuplicate() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            client.text("+14155550026");
            simulator.awaitQuiet(TwilioSimulators.SOON);
            client.get(client.messages() + ".json?To=whatsapp:%2B14155550026");
            client.text("+14155550026");

            assertThat(simulator.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void aSecondTryBeforeAnybodyLearnedOfTheFailureIsADuplicate() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            client.text("+14155550026");
            simulator.awaitQuiet(TwilioSimulators.SOON);
            client.text("+14155550026");

            assertThat(simulator.ledger().duplicates()).containsExactly("14155550026");
        }
    }

    @Test
    void aLineIsOnTheDiskWhenTheAnswerArrives(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        try (TwilioSimulator simulator =
                TwilioSimulators.quick().ledgerFile(file).start()) {
            TwilioClient client = new TwilioClient(simulator);
            String sid = client.text(TO).sid();
            JsonNode accepted = lines(file).get(0);
            assertThat(accepted.path("event").asText()).isEqualTo("accepted");
            assertThat(accepted.path("wamid").asText()).isEqualTo(sid);

            client.text("+14155550500");
            assertThat(lines(file).get(1).path("code").asInt()).isEqualTo(20500);
            assertThatThrownBy(() -> client.text("+14155550408")).isInstanceOf(IOException.class);
            assertThat(lines(file).get(2).path("outcome").asText()).isEqualTo("LOST_RESPONSE");
        }
        assertThat(lines(file)).hasSize(3);
    }

    @Test
    void countsRequestsOutcomesAndRecipients() throws IOException {
        try (TwilioSimulator simulator = TwilioSimulators.quick().start()) {
            TwilioClient client = new TwilioClient(simulator);
            client.text(TO);
            client.text("+14155550026");
            client.text("+14155550500");

            SimulatorSummary summary = simulator.summary();
            assertThat(summary.requests()).isEqualTo(3);
            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.uniqueRecipients()).isEqualTo(2);
            assertThat(summary.byOutcome()).containsEntry(MagicNumber.UNDELIVERABLE, 1L);
            assertThat(summary.rejectedByCode()).containsEntry(20500, 1L);
        }
    }

    @Test
    void oneSeedGivesTheSameIdsAndChancesAndAnotherOneDoesNot() throws IOException {
        assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
    }

    private static List<String> run(long seed) throws IOException {
        List<String> seen = new ArrayList<>();
        try (FormInbox inbox = new FormInbox();
                TwilioSimulator simulator = TwilioSimulators.quick()
                        .seed(seed)
                        .unreadRecipients(0.5)
                        .loseResponses(0.3)
                        .dropWebhooks(0.3)
                        .statusCallbacksTo(inbox.url())
                        .start()) {
            TwilioClient client = new TwilioClient(simulator);
            for (int i = 0; i < 20; i++) {
                try {
                    seen.add(client.text("+1415555" + (2000 + i)).sid());
                } catch (IOException e) {
                    seen.add("lost");
                }
            }
            simulator.awaitQuiet(TwilioSimulators.SOON);
            simulator.ledger().accepted().forEach(entry -> seen.add(entry.wamid() + entry.finalStatus()));
            inbox.received().stream()
                    .map(form -> form.token() + form.get("MessageSid") + form.get("MessageStatus"))
                    .sorted()
                    .forEach(seen::add);
            seen.add(simulator.contentSid("hello_world"));
        }
        assertThat(seen).contains("lost");
        return seen;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> new TwilioClient.Answer(0, line).json())
                .toList();
    }
}
