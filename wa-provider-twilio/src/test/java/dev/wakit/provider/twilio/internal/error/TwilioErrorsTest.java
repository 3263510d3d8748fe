package dev.wakit.provider.twilio.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.Region;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meta error 130429: Rate limit hit | THROTTLE_LANE | SENDER",
                "Sender exceeded messages per second | THROTTLE_LANE | SENDER",
                "Account MPS exceeded | THROTTLE_LANE | ACCOUNT",
                "Messaging limit of the portfolio reached | RETRY_AFTER_24H | ACCOUNT",
                "(#131056) Business Account, Consumer Account pair rate limit hit | RETRY_BACKOFF | RECIPIENT",
                "Too many messages to the same recipient | RETRY_BACKOFF | RECIPIENT",
                "'' | THROTTLE_LANE | SENDER",
                "Something else entirely | THROTTLE_LANE | SENDER",
            })
    void knowsTheMeaningsOf63018ByTheTextOfTheChannel(String text, Disposition disposition, ErrorScope scope) {
        ErrorRule rule = rule(TwilioErrors.ofMessage("63018", text));

        assertThat(rule.disposition()).isEqualTo(disposition);
        assertThat(rule.scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "63024,131026,FAIL_RECIPIENT",
        "63024,131050,OPT_OUT",
        "63024,131049,RETRY_AFTER_24H",
        "63024,131031,PAUSE_CAMPAIGN",
        "63024,139999,FAIL_RECIPIENT",
        "63049,131049,RETRY_AFTER_24H",
        "63049,131050,OPT_OUT",
        "63049,0,RETRY_AFTER_24H"
    })
    void followsTheCodeOfWhatsAppUnderAGeneralOne(String code, String channel, Disposition disposition) {
        ProviderError error = TwilioErrors.ofMessage(code, "Channel said " + channel + ".");

        assertThat(rule(error).disposition()).isEqualTo(disposition);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void keepsTheRuleOfAPreciseCodeWhateverTheChannelSays() {
        ProviderError error = TwilioErrors.ofMessage("63016", "131049");

        assertThat(rule(error).code()).isEqualTo("63016");
        assertThat(error.subcode()).contains("131049");
    }

    @ParameterizedTest
    @CsvSource({"63049,''", "63049,131049"})
    void neverTriesMarketingToTheUnitedStatesAgain(String code, String channel) {
        ErrorRule rule = rule(TwilioErrors.ofMessage(code, channel));

        assertThat(rule.finalAdvice(new Region("US"))).isPresent();
        assertThat(rule.finalAdvice(new Region("GB"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20999,FAIL_CAMPAIGN",
        "21999,FAIL_RECIPIENT",
        "30999,FAIL_RECIPIENT",
        "63999,FAIL_RECIPIENT",
        "92999,FAIL_CAMPAIGN",
        "63037,FAIL_RECIPIENT",
        "11999,FAIL_RECIPIENT"
    })
    void treatsAnUnknownCodeAsItsFamily(String code, Disposition disposition) {
        assertThat(rule(TwilioErrors.ofMessage(code, "")).disposition()).isEqualTo(disposition);
        assertThat(TwilioErrors.isKnown(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "401,20999,20003,REFRESH_CREDENTIALS",
        "403,20999,20003,REFRESH_CREDENTIALS",
        "429,88888,20429,THROTTLE_LANE",
        "422,88888,20422,FAIL_RECIPIENT",
        "400,20999,20999,FAIL_CAMPAIGN",
        "403,20403,20403,PAUSE_CAMPAIGN",
        "400,10001,10001,PAUSE_CAMPAIGN"
    })
    void letsTheStatusDecideWhereTheCodeIsUnknown(int status, String told, String code, Disposition disposition) {
        ProviderError error = TwilioErrors.fromResponse(
                        json("{'code':" + told + ",'message':'no','status':" + status + "}"), status)
                .orElseThrow();

        assertThat(error.code()).isEqualTo(code);
        assertThat(rule(error).disposition()).isEqualTo(disposition);
        assertThat(error.httpStatus()).isEqualTo(status);
        assertThat(told.equals(code) || error.subcode().orElse("").equals(told)).isTrue();
    }

    @Test
    void readsTheNewerFormsOfAnError() {
        ProviderError error = TwilioErrors.fromResponse(
                        json("{'code':'21211','detail':'bad number','httpStatusCode':400,'params':[]}"), 400)
                .orElseThrow();

        assertThat(error.code()).isEqualTo("21211");
        assertThat(error.detail()).isEqualTo("bad number");
        assertThat(error.title()).isEqualTo("Invalid 'To' Phone Number");
    }

    @Test
    void findsNoErrorWithoutACode() {
        assertThat(TwilioErrors.fromResponse(json("{'message':'no'}"), 400)).isEmpty();
        assertThat(TwilioErrors.fromResponse(json("[]"), 400)).isEmpty();
    }

    @Test
    void showsNothingOfTheFreeText() {
        ProviderError error = TwilioErrors.ofMessage("63024", "To +447946000001 failed");

        assertThat(error.toString()).doesNotContain("7946");
    }

    private static ErrorRule rule(ProviderError error) {
        return TwilioErrors.table().ruleFor(error);
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
