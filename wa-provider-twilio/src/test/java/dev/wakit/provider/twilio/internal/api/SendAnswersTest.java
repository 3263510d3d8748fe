package dev.wakit.provider.twilio.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.error.Disposition;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendAnswersTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void acceptsWithTheSidOfTheMessage(int status) {
        assertThat(classify(status, "{'sid':'SM1','status':'queued','error_code':null}"))
                .isEqualTo(new Accepted(MessageId.of("SM1"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'sid':null}", "{'sid':''}", "[]", "<html>", ""})
    void isAmbiguousWhenASuccessHasNoSid(String body) {
        assertAmbiguous(classify(201, body), Kind.UNREADABLE);
    }

    @Test
    void isAmbiguousWhenTheSidIsLongerThanAnIdCanBe() {
        assertAmbiguous(classify(201, "{'sid':'" + "S".repeat(600) + "'}"), Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 413, 422, 426, 429})
    void rejectsARefusalWithACode(int status) {
        SendOutcome outcome = classify(status, "{'code':21211,'message':'Invalid','status':" + status + "}");

        assertThat(((Rejected) outcome).error().code()).isEqualTo("21211");
    }

    @ParameterizedTest
    @CsvSource({"429,20429,THROTTLE_LANE", "422,20422,FAIL_RECIPIENT"})
    void takesA429Or422AsNeverProcessedWhateverItsBodyIs(int status, String code, Disposition disposition) {
        for (String body : new String[] {"", "<html>", "{}", "[]", "{'code':987654}"}) {
            var rejected = (Rejected) classify(status, body);

            assertThat(rejected.error().code()).isEqualTo(code);
            assertThat(TwilioErrors.table().ruleFor(rejected.error()).disposition())
                    .isEqualTo(disposition);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 499})
    void isAmbiguousForAStatusThatGaveTheRequestUpHalfWay(int status) {
        assertAmbiguous(classify(status, "{'code':20409,'status':" + status + "}"), Kind.SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 520})
    void isAmbiguousForEveryServerFaultWhateverItsCodeIs(int status) {
        for (int code : new int[] {20500, 20503, 20504, 21730, 21211}) {
            assertAmbiguous(classify(status, "{'code':" + code + "}"), Kind.SERVER_ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "20500", "20503", "20504"})
    void isAmbiguousForTheCodeOfAServerFaultUnderAnotherStatus(String code) {
        assertAmbiguous(classify(400, "{'code':" + code + "}"), Kind.SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 407, 413})
    void isAmbiguousForARefusalThatTwilioDidNotWrite(int status) {
        assertAmbiguous(classify(status, "<html>"), Kind.UNREADABLE);
        assertAmbiguous(classify(status, "{'message':'no code'}"), Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 307, 308})
    void isAmbiguousForARedirect(int status) {
        assertAmbiguous(classify(status, ""), Kind.UNREADABLE);
    }

    @Test
    void tellsWhetherTheRequestHadBegun() {
        TransportFailure failure = TransportFailure.of(Kind.TIMEOUT, "no answer");

        assertThat(SendAnswers.classify(new HttpAnswer.Broken(true, failure))).isEqualTo(new Ambiguous(failure));
        assertThat(SendAnswers.classify(new HttpAnswer.Broken(false, failure))).isEqualTo(new NotSent(failure));
    }

    private static SendOutcome classify(int status, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return SendAnswers.classify(HttpAnswer.Response.of(status, bytes));
    }

    private static void assertAmbiguous(SendOutcome outcome, Kind kind) {
        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(((Ambiguous) outcome).failure().kind()).isEqualTo(kind);
    }
}
