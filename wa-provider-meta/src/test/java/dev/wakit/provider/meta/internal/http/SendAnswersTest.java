package dev.wakit.provider.meta.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "131000", "131016", "131027"})
    void aFaultInsideMetaIsNeverTakenForARefusalWhateverTheStatus(String code) {
        assertAmbiguous(classify(400, "{'error':{'code':" + code + "}}"), Kind.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource({"accepted,false", "held_for_quality_assessment,true", "paused,true", "a_word_of_tomorrow,false"})
    void acceptsWithTheHoldOfTheMessageStatus(String status, boolean held) {
        SendOutcome outcome = classify(200, "{'messages':[{'id':'wamid.A','message_status':'" + status + "'}]}");

        assertThat(((Accepted) outcome).heldForQuality()).isEqualTo(held);
    }

    @Test
    void isAmbiguousWhenTheIdIsLongerThanAnIdCanBe() {
        assertAmbiguous(classify(200, "{'messages':[{'id':'" + "w".repeat(600) + "'}]}"), Kind.UNREADABLE);
    }

    @Test
    void isAmbiguousWhenASuccessCarriesAnErrorAndNoId() {
        assertAmbiguous(classify(200, "{'error':{'code':131000}}"), Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 413, 422})
    void rejectsA4xxWithAnErrorObject(int status) {
        SendOutcome outcome = classify(status, "{'error':{'code':132001,'message':'(#132001) gone'}}");

        assertThat(((Rejected) outcome).error().code()).isEqualTo("132001");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 499})
    void isAmbiguousForAStatusThatGaveTheRequestUpHalfWay(int status) {
        assertAmbiguous(classify(status, "{'error':{'code':100}}"), Kind.SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 407, 413})
    void isAmbiguousForA4xxThatMetaDidNotWrite(int status) {
        assertAmbiguous(classify(status, "'<html>'"), Kind.UNREADABLE);
        assertAmbiguous(classify(status, "{'error':'no object'}"), Kind.UNREADABLE);
        assertAmbiguous(classify(status, "{'error':{'message':'no code'}}"), Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "131057", "131045", "133000", "134102"})
    void rejectsThe5xxCodesThatRefuse(String code) {
        assertThat(classify(500, "{'error':{'code':" + code + "}}")).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "131000", "131016", "133004", "190"})
    void isAmbiguousForEveryOther5xx(String code) {
        assertAmbiguous(classify(503, "{'error':{'code':" + code + ",'is_transient':true}}"), Kind.SERVER_ERROR);
    }

    @Test
    void isAmbiguousForAnUnknownFaultThatMayPass() {
        assertAmbiguous(classify(400, "{'error':{'code':424242,'is_transient':true}}"), Kind.SERVER_ERROR);
        assertThat(classify(400, "{'error':{'code':424242}}")).isInstanceOf(Rejected.class);
        assertThat(classify(400, "{'error':{'code':131056,'is_transient':true}}"))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'<html>'", "{}", "{'error':{'code':999123}}", "{'error':{'code':131208}}"})
    void throttlesForEvery429(String body) {
        var rejected = (Rejected) classify(429, body);

        var rule = GraphErrors.table().ruleFor(rejected.error());
        assertThat(rule.category()).isEqualTo(ErrorCategory.THROTTLE);
        assertThat(rule.disposition()).isEqualTo(Disposition.THROTTLE_LANE);
    }

    @Test
    void keepsTheKnownCodeOfA429() {
        assertThat(((Rejected) classify(429, "{'error':{'code':131056}}"))
                        .error()
                        .code())
                .isEqualTo("131056");
    }

    private static SendOutcome classify(int status, String body) {
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return SendAnswers.classify(HttpAnswer.Response.of(status, json));
    }

    private static void assertAmbiguous(SendOutcome outcome, Kind kind) {
        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(((Ambiguous) outcome).failure().kind()).isEqualTo(kind);
    }
}
