package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundTest {

    private static final String FROM = "+1 (415) 555-1234";

    private final FormInbox inbox = new FormInbox();
    private final TwilioSimulator simulator = TwilioSimulators.quick()
            .webhooksTo(inbox.url("/twilio/inbound?tenant=7"))
            .start();

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    private FormInbox.Received received(TwilioInbound message) {
        simulator.customerSends(FROM, message);
        simulator.awaitQuiet(TwilioSimulators.SOON);
        return inbox.received().get(inbox.received().size() - 1);
    }

    @Test
    void textsComeAsSignedForms() {
        String sid = simulator.customerWrites(FROM, "Olá \u263A");
        simulator.awaitQuiet(TwilioSimulators.SOON);

        FormInbox.Received form = inbox.received().get(0);
        assertThat(form.signature())
                .isEqualTo(SignatureVerifier.expected(
                        simulator.authToken(),
                        inbox.url("/twilio/inbound?tenant=7").toString(),
                        form.form()));
        assertThat(form.token()).isNotBlank();
        assertThat(form.get("Body")).isEqualTo("Olá \u263A");
        assertThat(form.get("MessageSid")).isEqualTo(sid).isEqualTo(form.get("SmsMessageSid"));
        assertThat(form.get("From")).isEqualTo("whatsapp:+14155551234");
        assertThat(form.get("WaId")).isEqualTo("14155551234");
        assertThat(form.get("To")).isEqualTo(simulator.sender());
        assertThat(form.get("MessageType")).isEqualTo("text");
        assertThat(form.get("NumMedia")).isEqualTo("0");
        assertThat(form.get("ProfileName")).isEqualTo("Customer 1234");
        assertThat(form.form()).doesNotContainKey("MessageStatus");
    }

    @Test
    void buttonsAndListsCarryTheirIds() {
        FormInbox.Received button =
                received(TwilioInbound.button("Track", "track_9").replyTo("SM1", simulator.sender()));
        assertThat(button.get("MessageType")).isEqualTo("button");
        assertThat(button.get("ButtonText")).isEqualTo("Track");
        assertThat(button.get("ButtonPayload")).isEqualTo("track_9");
        assertThat(button.get("OriginalRepliedMessageSid")).isEqualTo("SM1");
        assertThat(button.get("OriginalRepliedMessageSender")).isEqualTo(simulator.sender());

        FormInbox.Received choice = received(TwilioInbound.listChoice("row-3", "Three"));
        assertThat(choice.get("ListId")).isEqualTo("row-3");
        assertThat(choice.get("ListTitle")).isEqualTo("Three");
    }

    @Test
    void filesAndPlacesCarryTheirFields() {
        FormInbox.Received image = received(TwilioInbound.media("image", "https://media.example/1", "image/jpeg"));
        assertThat(image.get("NumMedia")).isEqualTo("1");
        assertThat(image.get("MediaUrl0")).isEqualTo("https://media.example/1");
        assertThat(image.get("MediaContentType0")).isEqualTo("image/jpeg");
        assertThat(image.get("MessageSid")).startsWith("MM");

        FormInbox.Received place = received(TwilioInbound.location(37.5, -122.25, "Pier", "Pier 1"));
        assertThat(place.get("Latitude")).isEqualTo("37.5");
        assertThat(place.get("Longitude")).isEqualTo("-122.25");
        assertThat(place.get("Label")).isEqualTo("Pier");
        assertThat(place.get("Address")).isEqualTo("Pier 1");
    }

    @Test
    void advertisementsAreTold() {
        FormInbox.Received form = received(TwilioInbound.text("Hi").fromAd("120", "clid-1", "Half price"));

        assertThat(form.get("ReferralSourceType")).isEqualTo("ad");
        assertThat(form.get("ReferralSourceId")).isEqualTo("120");
        assertThat(form.get("ReferralCtwaClid")).isEqualTo("clid-1");
        assertThat(form.get("ReferralHeadline")).isEqualTo("Half price");
    }

    @Test
    void whoeverHidesTheNumberComesWithAUserId() {
        simulator.customerSends("ID.4566AB", TwilioInbound.text("Hi"));
        simulator.awaitQuiet(TwilioSimulators.SOON);

        FormInbox.Received form = inbox.received().get(0);
        assertThat(form.get("From")).isEqualTo("whatsapp:ID.4566AB");
        assertThat(form.get("ExternalUserId")).isEqualTo("whatsapp:ID.4566AB");
        assertThat(form.form()).doesNotContainKey("WaId");
    }

    @Test
    void inboundMessagesAreResourcesToo() throws IOException {
        String sid = simulator.customerWrites(FROM, "Hello");

        JsonNode message = new TwilioClient(simulator).fetch(sid).json();
        assertThat(message.path("direction").asText()).isEqualTo("inbound");
        assertThat(message.path("status").asText()).isEqualTo("received");
        assertThat(message.path("from").asText()).isEqualTo("whatsapp:+14155551234");
        assertThat(message.path("to").asText()).isEqualTo(simulator.sender());
    }

    @Test
    void withoutAnAddressInboundMessagesAreDropped() {
        try (TwilioSimulator deaf = TwilioSimulators.quick().start()) {
            deaf.customerWrites(FROM, "Hello");
            deaf.awaitQuiet(TwilioSimulators.SOON);

            assertThat(deaf.summary().droppedWebhooks()).isEqualTo(1);
        }
    }

    @Test
    void aMessageDoesNotTellItsTextInItsOwnText() {
        assertThat(TwilioInbound.text("secret")).hasToString("TwilioInbound[text]");
    }
}
