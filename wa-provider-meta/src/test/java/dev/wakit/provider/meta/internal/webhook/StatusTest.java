package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

    private static final Bsuid BSUID = Bsuid.of("US.13491208655302741918");
    private static final PhoneNumber PHONE = PhoneNumber.parse("+16505551234");

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void isReadWithAllItsParts(MessageStatus status) {
        StatusChanged event = read("""
                {"id":"wamid.HBgL","status":"%s","timestamp":"1750030073","recipient_id":"16505551234",
                 "recipient_user_id":"US.13491208655302741918","biz_opaque_callback_data":"w1.abc.1.tag",
                 "pricing":{"billable":true}}""".formatted(status.name().toLowerCase(Locale.ROOT)));

        assertThat(event.messageId()).isEqualTo(MessageId.of("wamid.HBgL"));
        assertThat(event.status()).isEqualTo(status);
        assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1750030073));
        assertThat(event.sender()).contains(SenderId.of("106540352242922"));
        assertThat(event.recipient()).contains(Recipient.of(PHONE, BSUID));
        assertThat(event.callbackData()).contains("w1.abc.1.tag");
        assertThat(event.errors()).isEmpty();
    }

    @Test
    void carriesTheErrorsOfAFailure() {
        StatusChanged event = read("""
                {"id":"wamid.A","status":"failed","timestamp":"1750030073","recipient_id":"16505551234",
                 "errors":[{"code":131049,"title":"t","message":"t","error_data":{"details":"d"}},"junk",{"title":"no code"}]}""");

        assertThat(event.errors()).extracting(ProviderError::code).containsExactly("131049");
    }

    @Test
    void isReadWithoutAnyIdentity() {
        assertThat(read("{\"id\":\"wamid.A\",\"status\":\"failed\",\"timestamp\":\"1\"}")
                        .recipient())
                .isEmpty();
    }

    @Test
    void isReadWithAUserIdAlone() {
        assertThat(read("{\"id\":\"wamid.A\",\"status\":\"read\",\"recipient_user_id\":\"US.13491208655302741918\"}")
                        .recipient())
                .contains(Recipient.of(BSUID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16505551234", "+16505551234"})
    void readsAPhoneWithAndWithoutPlus(String waId) {
        assertThat(read("{\"id\":\"wamid.A\",\"status\":\"read\",\"recipient_id\":\"" + waId + "\"}")
                        .recipient())
                .contains(Recipient.of(PHONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "Y2FwaV9ncm91cDox", "999999999999999999999", "", " "})
    void leavesOutAPhoneThatIsNone(String waId) {
        assertThat(read("{\"id\":\"wamid.A\",\"status\":\"read\",\"recipient_id\":\"" + waId + "\"}")
                        .recipient())
                .isEmpty();
    }

    @Test
    void takesTheParticipantAndNotTheGroupForThePerson() {
        StatusChanged event = read("""
                {"id":"wamid.A","status":"read","recipient_type":"group","recipient_id":"14155550100",
                 "recipient_participant_id":"16505551234"}""");

        assertThat(event.recipient()).contains(Recipient.of(PHONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"99999999999999999999\"", "-1", "1.5e300", "null", "{}"})
    void takesTheTimeOfReceiptWhenItsTimeCannotBeRead(String timestamp) {
        assertThat(read("{\"id\":\"wamid.A\",\"status\":\"read\",\"timestamp\":" + timestamp + "}")
                        .at())
                .isEqualTo(Webhooks.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"wamid.A\",\"status\":\"lost\"}",
                "{\"status\":\"read\"}",
                "{\"id\":\"wamid.A\"}",
                "{\"id\":7e3,\"status\":\"read\"}",
                "\"junk\"",
                "null"
            })
    void becomesUnknownWhenItCannotBeRead(String status) {
        List<InboundEvent> events = Webhooks.parse(Webhooks.messages("\"statuses\":[" + status + "]"));

        assertThat(events).singleElement().isInstanceOfSatisfying(UnknownEvent.class, event -> {
            assertThat(event.name()).isEqualTo("statuses");
            assertThat(event.at()).isEqualTo(Webhooks.NOW);
        });
    }

    private static StatusChanged read(String status) {
        List<InboundEvent> events = Webhooks.parse(Webhooks.messages("\"statuses\":[" + status + "]"));
        assertThat(events).hasSize(1);
        return (StatusChanged) events.get(0);
    }
}
