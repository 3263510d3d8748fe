package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edge of marketing messages, and people who are known by user id only. */
class MarketingMessagesTest {

    private static final String USER = "US.13491208655302741918";
    private static final String PROMO = template("tour_package_marketing");

    private final Inbox inbox = new Inbox();
    private final MetaSimulator simulator =
            Simulators.quick().webhooksTo(inbox.url()).start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void acceptsAMarketingTemplateWithEveryOptionAndChargesItSo() throws IOException {
        Client.Answer answer = market("\"to\":\"+14155551234\"," + PROMO
                + ",\"product_policy\":\"STRICT\",\"message_activity_sharing\":false,"
                + "\"bid_spec\":{\"per_message_bid_multiplier\":1.5}");

        assertThat(answer.json().at("/messages/0/message_status").asText()).isEqualTo("accepted");
        assertThat(status("sent").at("/pricing/category").asText()).isEqualTo("marketing_lite");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "\"to\":\"+14155551234\",\"type\":\"text\",\"text\":{\"body\":\"x\"}; 100; TEMPLATE",
                "\"to\":\"+14155551234\",\"type\":\"template\",\"template\":{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}; 131055; marketing",
                "\"to\":\"+14155551234\",#,\"product_policy\":\"MAYBE\"; 131009; product_policy",
                "\"to\":\"+14155551234\",#,\"message_activity_sharing\":\"yes\"; 131009; message_activity_sharing",
                "\"to\":\"+14155551234\",#,\"bid_spec\":{\"per_message_bid_multiplier\":0}; 131009; bid_spec",
                "\"recipient\":\"US.13491208655302741918\",#,\"bid_spec\":{\"per_message_bid_multiplier\":2}; 131062; phone number"
            })
    void refusesWhatTheEdgeDoesNotTake(String fields, int code, String named) throws IOException {
        Client.Answer answer = market(fields.replace("#", PROMO));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.details()).contains(named);
        assertThat(simulator.ledger().accepted()).isEmpty();
    }

    @Test
    void refusesMarketingOptionsAtTheOrdinaryEdge() throws IOException {
        Client.Answer answer = client.send("\"to\":\"+14155551234\"," + PROMO + ",\"product_policy\":\"STRICT\"");

        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.details()).contains("product_policy");
    }

    @Test
    void sendsToAUserIdAndTellsItsStatusesWithoutANumber() throws IOException {
        Client.Answer answer =
                client.send("\"recipient\":\"" + USER + "\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}");

        assertThat(answer.json().at("/contacts/0/user_id").asText()).isEqualTo(USER);
        assertThat(answer.json().at("/contacts/0").has("wa_id")).isFalse();
        assertThat(status("delivered").path("recipient_user_id").asText()).isEqualTo(USER);
        assertThat(status("delivered").has("recipient_id")).isFalse();
    }

    @Test
    void looksAtTheNumberAloneWhenBothAreGiven() throws IOException {
        Client.Answer answer = client.send(
                "\"to\":\"+14155551234\",\"recipient\":\"" + USER + "\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}");

        assertThat(answer.json().at("/contacts/0/wa_id").asText()).isEqualTo("14155551234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "\"recipient\":\"+1415\",\"type\":\"text\",\"text\":{\"body\":\"x\"}; 'recipient'",
                "\"to\":\"+14155551234\",\"recipient_identity_key_hash\":7,\"type\":\"text\",\"text\":{\"body\":\"x\"}; recipient_identity_key_hash",
                "\"status\":\"read\"; message_id",
                "\"status\":\"read\",\"message_id\":\"wamid.x\",\"typing_indicator\":{\"type\":\"audio\"}; typing_indicator.type"
            })
    void refusesAddressesAndReceiptsOfAnotherForm(String fields, String named) throws IOException {
        Client.Answer answer = client.send(fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.details()).contains(named);
    }

    private JsonNode status(String word) {
        simulator.awaitQuiet(Simulators.SOON);
        return inbox.statuses().stream()
                .filter(status -> status.path("status").asText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private Client.Answer market(String fields) throws IOException {
        return client.post(
                "/v25.0/" + simulator.phoneNumberId() + "/marketing_messages",
                "{\"messaging_product\":\"whatsapp\"," + fields + "}");
    }

    private static String template(String name) {
        return "\"type\":\"template\",\"template\":{\"name\":\"" + name
                + "\",\"language\":{\"code\":\"en_US\"},\"components\":" + Client.texts("Bali", "100") + "}";
    }
}
