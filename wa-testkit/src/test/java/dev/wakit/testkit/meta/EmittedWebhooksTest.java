package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.SettableClock;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmittedWebhooksTest {

    private static final String CUSTOMER = "+14155551234";

    private final Inbox inbox = new Inbox();
    private final SettableClock clock = SettableClock.create();
    private final MetaSimulator simulator =
            Simulators.quick().clock(clock).webhooksTo(inbox.url()).start();

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void aRawChangeArrivesExactlyAsGivenInMetasEnvelope() {
        simulator.emit(SimulatedWebhook.change("partner_solutions", "{\"event\":\"SOLUTION_CREATED\",\"n\":1.50}"));
        simulator.awaitQuiet(Simulators.SOON);

        JsonNode entry = inbox.received().get(0).json().at("/entry/0");
        assertThat(inbox.received().get(0).signature()).startsWith("sha256=");
        assertThat(entry.path("id").asText()).isEqualTo(simulator.wabaId());
        assertThat(entry.path("time").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(entry.at("/changes/0/field").asText()).isEqualTo("partner_solutions");
        assertThat(entry.at("/changes/0/value").toString()).isEqualTo("{\"event\":\"SOLUTION_CREATED\",\"n\":1.5}");
    }

    @Test
    void aChangeOfANumberNamesTheNumber() {
        simulator.emit(SimulatedWebhook.preference(CUSTOMER, "stop"));
        simulator.awaitQuiet(Simulators.SOON);

        JsonNode value = inbox.received().get(0).value();
        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo(simulator.phoneNumberId());
        assertThat(value.at("/user_preferences/0/value").asText()).isEqualTo("stop");
        assertThat(value.at("/user_preferences/0/timestamp").isNumber()).isTrue();
        assertThat(value.at("/user_preferences/0/timestamp").asLong())
                .isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void aChangeIsPostedAgainUntilItIsTaken() {
        inbox.refusing(2);

        simulator.emit(SimulatedWebhook.accountBan("REINSTATE", "April 17, 2026"));
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(simulator.summary().deliveredWebhooks()).isEqualTo(1);
        assertThat(inbox.received()
                        .get(0)
                        .value()
                        .at("/ban_info/waba_ban_state")
                        .asText())
                .isEqualTo("REINSTATE");
    }

    @Test
    void changesAndMessagesOfOneBatchEachHaveTheirPlace() throws IOException {
        simulator.pauseWebhooks();
        simulator.emit(SimulatedWebhook.messagingLimit(-1));
        new Client(simulator).text("+14155550202");
        simulator.customerSends(CUSTOMER, CustomerMessage.text("Hi"));
        simulator.resumeWebhooks();
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(inbox.statusNames()).contains("sent");
        assertThat(inbox.messages()).hasSize(1);
        assertThat(inbox.received())
                .anySatisfy(received -> assertThat(received.json().toString()).contains("business_capability_update"));
    }

    @Test
    void aCustomerWhoHidesTheNumberIsNamedByUserId() {
        simulator.customerSends("US.13491208655302741918", CustomerMessage.text("Hi"));
        simulator.awaitQuiet(Simulators.SOON);

        JsonNode message = inbox.messages().get(0);
        assertThat(message.path("from_user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(message.has("from")).isFalse();
    }

    @Test
    void aMessageMayAnswerAnotherOneOrComeFromAnAd() {
        CustomerMessage order = CustomerMessage.order("cat", "sku", 2, new BigDecimal("12.50"), "EUR");

        simulator.customerSends(CUSTOMER, order.replyTo("wamid.B").fromAd("ad-7", "click-9", "Sale"));
        simulator.awaitQuiet(Simulators.SOON);

        JsonNode message = inbox.messages().get(0);
        assertThat(message.at("/context/id").asText()).isEqualTo("wamid.B");
        assertThat(message.at("/referral/ctwa_clid").asText()).isEqualTo("click-9");
        assertThat(message.at("/order/product_items/0/quantity").asInt()).isEqualTo(2);
        assertThat(order.content().has("context")).isFalse();
    }

    @Test
    void aNoticeAboutAPersonComesWithoutContacts() {
        simulator.customerSends(CUSTOMER, CustomerMessage.numberChanged("+14155559999"));
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(inbox.messages().get(0).at("/system/wa_id").asText()).isEqualTo("14155559999");
        assertThat(inbox.received().get(0).value().has("contacts")).isFalse();
    }

    @Test
    void theAdminEndpointEmitsChangesAndMessages() throws IOException {
        Client client = new Client(simulator);

        client.post(
                "/_simulator/change", "{\"field\":\"account_review_update\",\"value\":{\"decision\":\"APPROVED\"}}");
        client.post("/_simulator/change", "{\"field\":\"calls\",\"number\":true,\"value\":{\"calls\":[]}}");
        client.post(
                "/_simulator/inbound",
                "{\"from\":\"+14155551234\",\"message\":{\"type\":\"reaction\",\"reaction\":{\"emoji\":\"!\"}}}");
        simulator.awaitQuiet(Simulators.SOON);

        assertThat(inbox.received())
                .anySatisfy(received -> assertThat(received.json().toString()).contains("\"decision\":\"APPROVED\""))
                .anySatisfy(received ->
                        assertThat(received.json().toString()).contains("\"calls\":[]", simulator.phoneNumberId()));
        assertThat(inbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.path("type").asText()).isEqualTo("reaction"));
    }

    @Test
    void theAdminEndpointSaysWhatIsMissing() throws IOException {
        Client client = new Client(simulator);

        assertThat(client.post("/_simulator/change", "{\"value\":{}}").body()).contains("\\\"field\\\" is missing");
        assertThat(client.post("/_simulator/change", "{\"field\":\"flows\",\"value\":17}")
                        .body())
                .contains("flows", "JSON object");
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThatThrownBy(() -> CustomerMessage.json("[]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type");
    }
}
