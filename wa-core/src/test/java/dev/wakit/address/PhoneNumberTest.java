package dev.wakit.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wakit.address.InvalidPhoneNumberException.Reason;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "IN, 9978783238, +919978783238",
        "IN, 09978783238, +919978783238",
        "IN, 099787 83238, +919978783238",
        "IN, 919978783238, +919978783238",
        "IN, 0091 99787 83238, +919978783238",
        "IN, +91-99787-83238, +919978783238",
        "IN, ' +91 (0)99787 83238 ', +919978783238",
        "IN, ९९७८७८३२३८, +919978783238",
        "US, (415) 555-2671, +14155552671",
        "US, 1-415-555-2671, +14155552671",
        "US, 415.555.2671, +14155552671",
        "US, 011 44 20 7946 0018, +442079460018",
        "CA, 416-555-0143, +14165550143",
        "GB, 07911 123456, +447911123456",
        "GB, 020 7946 0018, +442079460018",
        "GB, +44 (0)20 7946 0018, +442079460018",
        "DE, 0151 23456789, +4915123456789",
        "DE, +49 (0)151 2345 6789, +4915123456789",
        "DE, 0049 151 23456789, +4915123456789",
        "DE, 030/12345678, +493012345678",
        "BR, (11) 96123-4567, +5511961234567",
        "BR, 0 15 11 96123-4567, +5511961234567",
        "BR, 55 11 96123 4567, +5511961234567",
        "MX, 55 1234 5678, +525512345678",
        "MX, +52 1 55 1234 5678, +525512345678",
        "MX, (55) 1234-5678, +525512345678",
        "AR, 011 15-2345-6789, +5491123456789",
        "AR, +54 9 11 2345-6789, +5491123456789",
        "JP, 090-1234-5678, +819012345678",
        "JP, ０９０－１２３４－５６７８, +819012345678",
        "EG, ٠١٠٠١٢٣٤٥٦٧, +201001234567",
        "EG, 0100 123 4567, +201001234567",
        "SA, ٠٥٠١٢٣٤٥٦٧, +966501234567",
        "AE, 050 123 4567, +971501234567",
        "IR, ۰۹۱۲۳۴۵۶۷۸۹, +989123456789",
        "FR, 06 12 34 56 78, +33612345678",
        "IT, 06 1234 5678, +390612345678",
        "IT, 312 345 6789, +393123456789",
        "ES, 612 34 56 78, +34612345678",
        "NG, 0803 123 4567, +2348031234567",
        "KE, 0712 123456, +254712123456",
        "ZA, 082 123 4567, +27821234567",
        "ID, 0812-3456-7890, +6281234567890",
        "PK, 0301 2345678, +923012345678",
        "AU, 0412 345 678, +61412345678",
        "RU, 8 (912) 345-67-89, +79123456789",
        "CN, 138 0013 8000, +8613800138000",
        "TR, 0 532 123 45 67, +905321234567",
        "SG, 9123 4567, +6591234567",
        "DE, +91 99787 83238, +919978783238",
    })
    void normalisesWhatPeopleWrite(String region, String text, String e164) {
        assertThat(PhoneNumber.parse(text, Region.of(region)).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550123, US, 1",
        "+14165550143, CA, 1",
        "+18765551234, JM, 1",
        "+15550051310, ZZ, 1",
        "+79123456789, RU, 7",
        "+77012345678, KZ, 7",
        "+919978783238, IN, 91",
        "+447400123456, GB, 44",
        "+447797712345, JE, 44",
        "+80012345678, 001, 800",
    })
    void tellsTheRegionApartFromTheCallingCode(String e164, String region, int callingCode) {
        PhoneNumber number = PhoneNumber.parse(e164);

        assertThat(number.region()).isEqualTo(new Region(region));
        assertThat(number.callingCode()).isEqualTo(callingCode);
    }

    @ParameterizedTest
    @CsvSource({
        "9978783238, MISSING_COUNTRY_CODE",
        "+999123456789, INVALID_COUNTRY_CODE",
        "+91997878, TOO_SHORT",
        "+919978783238123, TOO_LONG",
        "+9199787832381, TOO_LONG",
        "hello, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
        "+, NOT_A_NUMBER",
        "+14155552671 ext 5, HAS_EXTENSION",
    })
    void saysWhatIsWrong(String text, Reason reason) {
        var thrown = catchThrowableOfType(InvalidPhoneNumberException.class, () -> PhoneNumber.parse(text));

        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(PhoneNumber.tryParse(text)).isEmpty();
    }

    @Test
    void asksForTheAreaCodeOfALocalNumber() {
        var thrown = catchThrowableOfType(
                InvalidPhoneNumberException.class, () -> PhoneNumber.parse("555-2671", Region.of("US")));

        assertThat(thrown.reason()).isEqualTo(Reason.LOCAL_ONLY);
    }

    @Test
    void complaintsDoNotShowTheNumber() {
        var thrown =
                catchThrowableOfType(InvalidPhoneNumberException.class, () -> PhoneNumber.parse("+91 99787 83238 123"));

        assertThat(thrown)
                .hasMessage("The phone number +•••••23 (15 digits) is too long for its country."
                        + " Check that it is one number, with no digit typed twice.")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"+919978783238, +91•••••3238", "+14155552671, +1•••••2671", "+2902123, +290•••••23"})
    void masksTheMiddle(String e164, String masked) {
        assertThat(PhoneNumber.parse(e164)).hasToString(masked);
    }

    @Test
    void readsTheDigitsOfAWhatsAppId() {
        PhoneNumber number = PhoneNumber.fromDigits("919978783238");

        assertThat(number.e164()).isEqualTo("+919978783238");
        assertThat(number.digits()).isEqualTo("919978783238");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+919978783238", "+14155552671", "+2902123"})
    void isTheSameWhenItWasStored(String e164) {
        PhoneNumber number = PhoneNumber.stored(e164);

        assertThat(number).isEqualTo(PhoneNumber.parse(e164));
        assertThat(number.region()).isEqualTo(PhoneNumber.parse(e164).region());
        assertThat(number.callingCode()).isEqualTo(PhoneNumber.parse(e164).callingCode());
        assertThat(number).hasToString(PhoneNumber.parse(e164).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "919978783238", "+91 99787 83238", "+0123456", "+91-99787", "+123456789012345678"})
    void isNotStoredInAnotherForm(String text) {
        assertThatThrownBy(() -> PhoneNumber.stored(text)).isInstanceOf(InvalidPhoneNumberException.class);
    }

    /** Somebody may have written into the database by hand. */
    @Test
    void isFromNowhereWhenWhatWasStoredIsNoNumber() {
        PhoneNumber number = PhoneNumber.stored("+99912");

        assertThat(number.region()).isEqualTo(Region.UNKNOWN);
        assertThat(number.callingCode()).isZero();
        assertThat(number.toString()).doesNotContain("99912");
    }

    @Test
    void isEqualByE164() {
        EqualsVerifier.forClass(PhoneNumber.class)
                .withOnlyTheseFields("e164")
                .withNonnullFields("e164")
                .withPrefabValues(Region.class, Region.of("IN"), Region.of("US"))
                // The origin follows from the text and is kept once it is asked for.
                .suppress(Warning.NONFINAL_FIELDS)
                .verify();
    }
}
