package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.MagicNumber;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends to people whom the sender has blocked, and to people who are not who they were. */
class PeopleTest {

    private static final String MARIA = "+14155551234";

    private final Inbox inbox = new Inbox();
    private final MetaSimulator simulator = Simulators.quick().start();
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
    void aBlockedPersonGetsNothingUntilUnblocked() throws IOException {
        simulator.customerWrites(MARIA, "Spam");
        String people = "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"" + MARIA + "\"}]}";
        assertThat(client.post(edge("block_users"), people).status()).isEqualTo(200);

        assertThat(client.text(MARIA).status()).isEqualTo(200);
        assertThat(failure()).isEqualTo(130403);
        assertThat(simulator.ledger().accepted().get(0).outcome()).isEqualTo(MagicNumber.BLOCKED);

        client.exchange("DELETE", edge("block_users"), "application/json", BodyPublishers.ofString(people));
        client.text(MARIA);
        assertThat(lastStatus()).isEqualTo("read");
    }

    @Test
    void aMessageForAnotherIdentityFailsOnlyWhereIdentitiesAreChecked() throws IOException {
        String old = simulator.identityHash(MARIA);
        guarded(MARIA, old);
        assertThat(lastStatus()).isEqualTo("read");

        String changed = simulator.changeIdentity(MARIA);
        assertThat(changed).isNotEqualTo(old).isEqualTo(simulator.identityHash("1 415 555 1234"));
        guarded(MARIA, old);
        assertThat(lastStatus()).isEqualTo("read");

        checkIdentities();
        guarded(MARIA, old);
        assertThat(failure()).isEqualTo(137000);
        guarded(MARIA, changed);
        assertThat(lastStatus()).isEqualTo("read");
        client.text(MARIA);
        assertThat(lastStatus()).isEqualTo("read");
    }

    @Test
    void tellsOfANewIdentity() {
        String hash = simulator.changeIdentity(MARIA);
        simulator.awaitQuiet(Simulators.SOON);

        JsonNode message = inbox.messages().get(0);
        assertThat(message.path("system").path("type").asText()).isEqualTo("customer_identity_changed");
        assertThat(message.path("identity").path("hash").asText()).isEqualTo(hash);
    }

    @Test
    void theMagicNumberIsAnotherPersonForEveryHash() throws IOException {
        String magic = "+1415555" + MagicNumber.IDENTITY_CHANGED.suffix();
        checkIdentities();

        guarded(magic, simulator.identityHash(magic));
        assertThat(failure()).isEqualTo(137000);
        client.text(magic);
        assertThat(lastStatus()).isEqualTo("read");
    }

    @Test
    void theLedgerKnowsWhatAMessageAnswers() throws IOException {
        client.send("\"to\":\"" + MARIA
                + "\",\"type\":\"text\",\"text\":{\"body\":\"hi\"},\"context\":{\"message_id\":\"wamid.Q\"}");

        assertThat(simulator.ledger().accepted().get(0).replyTo()).isEqualTo("wamid.Q");
    }

    private String edge(String name) {
        return "/v25.0/" + simulator.phoneNumberId() + "/" + name;
    }

    private void checkIdentities() throws IOException {
        String setting = "{\"user_identity_change\":{\"enable_identity_key_check\":true}}";
        assertThat(client.post(edge("settings"), setting).status()).isEqualTo(200);
    }

    private void guarded(String to, String hash) throws IOException {
        assertThat(client.send("\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"hi\"},"
                                + "\"recipient_identity_key_hash\":\"" + hash + "\"")
                        .status())
                .isEqualTo(200);
    }

    /** The code that the latest message failed with. */
    private int failure() {
        assertThat(lastStatus()).isEqualTo("failed");
        return latest().path("errors").path(0).path("code").asInt();
    }

    private String lastStatus() {
        simulator.awaitQuiet(Simulators.SOON);
        return latest().path("status").asText();
    }

    private JsonNode latest() {
        List<JsonNode> statuses = inbox.statuses();
        return statuses.get(statuses.size() - 1);
    }
}
