package dev.wakit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.Bsuid;
import dev.wakit.address.SenderId;
import java.time.Instant;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundValuesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Bsuid USER = Bsuid.of("US.13491208655302741918");
    private static final Bsuid PARENT = Bsuid.of("US.ENT.11815799212886844830");

    @Test
    void personsAndSourcesAreComparedByValue() {
        EqualsVerifier.forClass(Person.class)
                .withPrefabValues(Bsuid.class, USER, PARENT)
                .suppress(Warning.NULL_FIELDS)
                .verify();
        EqualsVerifier.forClass(EventSource.class)
                .withPrefabValues(SenderId.class, SenderId.of("1"), SenderId.of("2"))
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void aPersonIsAddressedByNumberAndUserIdAndByTheParentIdOnlyWithoutBoth() {
        Person both = Person.builder()
                .waId("16505551234")
                .userId(USER)
                .parentUserId(PARENT)
                .build();
        Person parent = Person.builder().parentUserId(PARENT).build();

        assertThat(both.recipient().orElseThrow().phone().orElseThrow().e164()).isEqualTo("+16505551234");
        assertThat(both.recipient().orElseThrow().bsuid()).contains(USER);
        assertThat(parent.recipient().orElseThrow().bsuid()).contains(PARENT);
        assertThat(Person.NOBODY.recipient()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "Y2FwaV9ncm91cDox", "999999999999999999999999", "+", "+49 151 12345678"})
    void whatIsNoWhatsAppIdIsNoNumber(String waId) {
        assertThat(Person.builder().waId(waId).build().phone()).isEmpty();
    }

    @Test
    void aPersonIsPrintedWithoutWhatIdentifiesIt() {
        Person person = Person.builder()
                .waId("16505551234")
                .name("Anna Lind")
                .username("anna.l")
                .identityHash("hash")
                .build();

        assertThat(person.toString()).doesNotContain("16505551234", "Anna", "anna", "hash");
    }

    @Test
    void aSourceKeepsEverythingWhenItIsBuiltAgain() {
        EventSource source = EventSource.builder("messages", NOW)
                .timed(true)
                .account("1")
                .sender(SenderId.of("2"))
                .displayNumber("3")
                .raw("{\"a\":\"secret\"}")
                .build();

        assertThat(source.toBuilder().build()).isEqualTo(source);
        assertThat(source.toString()).doesNotContain("secret");
    }

    @Test
    void theTimeOfReceiptDoesNotTellTwoEventsApart() {
        EventSource first = EventSource.builder("x", NOW).raw("{}").build();
        EventSource again =
                EventSource.builder("x", NOW.plusSeconds(9)).raw("{}").build();
        EventSource timed = EventSource.builder("x", NOW.plusSeconds(9))
                .timed(true)
                .raw("{}")
                .build();

        assertThat(first.repeatKey()).isEqualTo(again.repeatKey()).isNotEqualTo(timed.repeatKey());
    }

    @Test
    void aPreferenceNeedsSomebody() {
        assertThatThrownBy(() -> PreferenceChanged.of(EventSource.of(NOW), Person.NOBODY, false, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone number or a user id");
    }

    @Test
    void aStatusTakesItsAddressFromThePerson() {
        StatusChanged status = StatusChanged.builder(
                        new dev.wakit.message.MessageId("wamid.A"), MessageStatus.SENT, NOW)
                .person(Person.builder().userId(USER).build())
                .sender(SenderId.of("2"))
                .build();

        assertThat(status.recipient().orElseThrow().bsuid()).contains(USER);
        assertThat(status.sender()).contains(SenderId.of("2"));
        assertThat(status.at()).isEqualTo(NOW);
    }
}
