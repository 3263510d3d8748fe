package dev.wakit.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {
    private static final PhoneNumber PHONE = PhoneNumber.parse("+919978783238");
    private static final Bsuid BSUID = Bsuid.of("US.13491208655302741918");

    @Test
    void isIdentifiedByPhoneWhenBothAreKnown() {
        assertThat(Recipient.of(PHONE, BSUID).key()).isEqualTo("+919978783238");
        assertThat(Recipient.of(PHONE, BSUID).region()).isEqualTo(Region.of("in"));
    }

    @Test
    void isIdentifiedByBsuidWhenThePhoneIsHidden() {
        Recipient recipient = Recipient.of(BSUID);

        assertThat(recipient.phone()).isEmpty();
        assertThat(recipient.key()).isEqualTo("bsuid:US.13491208655302741918");
        assertThat(recipient.region()).isEqualTo(Region.of("US"));
    }

    @Test
    void isKnownByEveryNameThatItHas() {
        assertThat(Recipient.of(PHONE, BSUID).keys()).containsExactly("+919978783238", "bsuid:US.13491208655302741918");
        assertThat(Recipient.of(PHONE).keys()).containsExactly("+919978783238");
        assertThat(Recipient.of(BSUID).keys()).containsExactly("bsuid:US.13491208655302741918");
    }

    @Test
    void hidesTheMiddleOfIdentifiers() {
        assertThat(Recipient.of(PHONE, BSUID)).hasToString("+91•••••3238");
        assertThat(Recipient.of(BSUID)).hasToString("US.•••••1918");
        assertThat(Bsuid.of("US.ENT.11815799212886844830")).hasToString("US.ENT.•••••4830");
    }

    @Test
    void tellsParentIdsApart() {
        assertThat(Bsuid.of("US.ENT.11815799212886844830").isParent()).isTrue();
        assertThat(BSUID.isParent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US", "US.", "us.123", "USA.123", "US.12-3", "US.ENT.", "13491208655302741918"})
    void refusesWhatIsNoBsuid(String value) {
        assertThatThrownBy(() -> Bsuid.of(value)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void allowsABsuidOf128CharactersButNot129() {
        assertThat(Bsuid.of("US." + "a".repeat(128)).value()).hasSize(131);
        assertThatThrownBy(() -> Bsuid.of("US." + "a".repeat(129))).isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I", "IND", "9", "002"})
    void refusesWhatIsNoRegion(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Region.of(code));
    }

    @Test
    void isEqualByBothIdentifiers() {
        EqualsVerifier.forClass(Recipient.class)
                .withPrefabValues(PhoneNumber.class, PHONE, PhoneNumber.parse("+14155552671"))
                .withPrefabValues(Bsuid.class, BSUID, Bsuid.of("IN.1"))
                .verify();
    }
}
