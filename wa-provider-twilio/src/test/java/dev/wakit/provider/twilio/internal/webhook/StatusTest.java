package dev.wakit.provider.twilio.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.SentMessageNoticed;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.message.MessageId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String TARGET = "/twilio/status?wakit_ref=ref%2F1&cid=42";
    private final TwilioWebhooks webhooks = new TwilioWebhooks(
            List.of("token"), List.of(URI.create("https://hooks.example.com/twilio")), InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource({
        "sent,SENT",
        "delivered,DELIVERED",
        "read,READ",
        "undelivered,FAILED",
        "failed,FAILED",
        "canceled,FAILED",
        "DELIVERED,DELIVERED"
    })
    void knowsEveryStatusOfADelivery(String word, MessageStatus status) {
        StatusChanged event = (StatusChanged) only(Posts.status("MessageStatus=" + word));

        assertThat(event.status()).isEqualTo(status);
        assertThat(event.errors()).hasSize(status == MessageStatus.FAILED ? 1 : 0);
    }

    @Test
    void tellsWhatItIsAbout() {
        StatusChanged event = (StatusChanged) only(Posts.status());

        assertThat(event.messageId()).isEqualTo(MessageId.of(Posts.MESSAGE));
        assertThat(event.callbackData()).contains("ref/1");
        assertThat(event.recipient()).contains(Recipient.of(PhoneNumber.parse("+447946000001")));
        assertThat(event.sender()).contains(SenderId.of("+14155550100"));
        assertThat(event.source().account()).isEqualTo(Posts.ACCOUNT);
        assertThat(event.source().displayNumber()).isEqualTo("14155550100");
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(event.source().isTimed()).isFalse();
    }

    @Test
    void namesTheMessagingServiceThatTheMessageWasSentThrough() {
        String service = "MG0123456789abcdef0123456789abcdef";

        StatusChanged event = (StatusChanged)
                webhooks.parse(Posts.form("/twilio/status?wakit_ref=r&wakit_sender=" + service, "", Posts.status()))
                        .get(0);

        assertThat(event.sender()).contains(SenderId.of(service));
    }

    @Test
    void takesAReadEventWhateverWordStandsBesideIt() {
        StatusChanged event = (StatusChanged) only(Posts.status("EventType=READ", "MessageStatus=delivered"));

        assertThat(event.status()).isEqualTo(MessageStatus.READ);
    }

    @Test
    void readsTheErrorAndWhatTheChannelSaid() {
        StatusChanged event = (StatusChanged) only(Posts.status(
                "MessageStatus=undelivered", "ErrorCode=63018", "ChannelStatusMessage=Meta: (#131056) too fast"));

        assertThat(event.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("63018");
            assertThat(error.subcode()).contains("131056");
            assertThat(error.detail()).contains("too fast");
        });
    }

    @Test
    void isAFailureWithoutACodeToo() {
        StatusChanged event = (StatusChanged) only(Posts.status("MessageStatus=failed"));

        assertThat(event.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "accepted", "sending", "scheduled"})
    void noticesAMessageThatIsNotYetWithWhatsApp(String word) {
        InboundEvent event = only(Posts.status("MessageStatus=" + word));

        assertThat(event).isInstanceOfSatisfying(SentMessageNoticed.class, noticed -> {
            assertThat(noticed.kind()).isEqualTo(SentMessageNoticed.Kind.QUEUED);
            assertThat(noticed.messageId()).isEqualTo(MessageId.of(Posts.MESSAGE));
        });
    }

    @Test
    void keepsAWordThatItDoesNotKnow() {
        InboundEvent event = only(Posts.status("MessageStatus=teleported"));

        assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
            assertThat(unknown.name()).isEqualTo("teleported");
            assertThat(unknown.raw()).contains("MessageStatus=teleported");
        });
    }

    @Test
    void findsThePersonWhoHidesTheNumber() {
        StatusChanged event = (StatusChanged) only(Posts.status("To=whatsapp:US.13491208655302741918"));

        assertThat(event.recipient()).contains(Recipient.of(Bsuid.of("US.13491208655302741918")));
    }

    @Test
    void hasNoCallbackDataWithoutOurParameter() {
        var request = Posts.form("/twilio/status", "", Posts.status());

        assertThat(((StatusChanged) webhooks.parse(request).get(0)).callbackData())
                .isEmpty();
    }

    @Test
    void ignoresParametersThatAreNew() {
        assertThat(only(Posts.status("Tomorrow=1"))).isInstanceOf(StatusChanged.class);
    }

    private InboundEvent only(String body) {
        List<InboundEvent> events = webhooks.parse(Posts.form(TARGET, "", body));
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
