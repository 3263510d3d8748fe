package dev.wakit.provider.meta.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphErrorsTest {

    @Nested
    class Table {

        @Test
        void holdsEveryKnownCodeTheTwoOfCatalogsAndTheRowForHttp429() {
            assertThat(GraphErrors.table().rules()).hasSize(178 + 2 + 1);
        }

        @Test
        void advisesInAWholeSentenceForEveryCode() {
            assertThat(GraphErrors.table().rules())
                    .allSatisfy(
                            rule -> assertThat(rule.advice()).as(rule.code()).matches("[A-Z].{25,}\\."));
        }

        @Test
        void advisesDifferentlyForDifferentCodes() {
            assertThat(GraphErrors.table().rules())
                    .extracting(ErrorRule::advice)
                    .doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @CsvSource({
            "130429,THROTTLE_LANE,SENDER",
            "131056,RETRY_BACKOFF,RECIPIENT",
            "80007,THROTTLE_LANE,ACCOUNT",
            "131048,PAUSE_CAMPAIGN,SENDER",
            "190,REFRESH_CREDENTIALS,ACCOUNT",
            "250,REFRESH_CREDENTIALS,ACCOUNT",
            "368,PAUSE_CAMPAIGN,ACCOUNT",
            "131049,RETRY_AFTER_24H,RECIPIENT",
            "131050,OPT_OUT,RECIPIENT",
            "131026,RETRY_BACKOFF,RECIPIENT",
            "132001,FAIL_CAMPAIGN,TEMPLATE",
            "132015,PAUSE_CAMPAIGN,TEMPLATE"
        })
        void tellsTheDispositionAndScopeOfACode(String code, Disposition disposition, ErrorScope scope) {
            ErrorRule rule = GraphErrors.table().find(code).orElseThrow();

            assertThat(rule.disposition()).isEqualTo(disposition);
            assertThat(rule.scope()).isEqualTo(scope);
        }
    }

    @Nested
    class Response {

        @Test
        void isReadWithAllItsParts() {
            ProviderError error = response("""
                            {"error":{"message":"(#130429) Rate limit hit","type":"OAuthException","code":130429,
                             "error_data":{"messaging_product":"whatsapp","details":"Throughput has been reached."},
                             "error_subcode":2494055,"is_transient":true,"error_user_msg":"Slow down.","fbtrace_id":"Az8"}}""").orElseThrow();

            assertThat(error.code()).isEqualTo("130429");
            assertThat(error.subcode()).contains("2494055");
            assertThat(error.title()).isEqualTo("Rate limit hit");
            assertThat(error.detail()).isEqualTo("(#130429) Rate limit hit Throughput has been reached. Slow down.");
            assertThat(error.traceId()).contains("Az8");
            assertThat(error.isTransient()).isTrue();
            assertThat(error.httpStatus()).isEqualTo(400);
        }

        @Test
        void isReadWhenItsDataIsAString() {
            assertThat(response("{\"error\":{\"code\":\"100\",\"error_data\":\"bare words\"}}"))
                    .hasValueSatisfying(error -> assertThat(error.detail()).isEqualTo("bare words"));
        }

        @ParameterizedTest
        @CsvSource({
            "100,2388040,Character limit exceeded,FAIL_CAMPAIGN,TEMPLATE",
            "100,33,Parameter value is not valid (phone number deleted),FAIL_CAMPAIGN,SENDER",
            "100,12345,Invalid parameter,FAIL_RECIPIENT,REQUEST",
            "130429,2494055,Rate limit hit,THROTTLE_LANE,SENDER",
            "190,33,Access token has expired,REFRESH_CREDENTIALS,ACCOUNT"
        })
        void isRefinedByItsSubcodeWhereItsCodeSaysLittle(
                String code, String subcode, String title, Disposition disposition, ErrorScope scope) {
            ProviderError error = response("{\"error\":{\"code\":" + code + ",\"error_subcode\":" + subcode + "}}")
                    .orElseThrow();

            ErrorRule rule = GraphErrors.table().ruleFor(error);
            assertThat(error.title()).isEqualTo(title);
            assertThat(rule.disposition()).isEqualTo(disposition);
            assertThat(rule.scope()).isEqualTo(scope);
        }

        @Test
        void keepsFreeTextOutOfTheTitle() {
            ProviderError error = response(
                            "{\"error\":{\"code\":999999,\"type\":\"OAuthException\",\"message\":\"+16505551234 is bad\"}}")
                    .orElseThrow();

            assertThat(error.title()).isEqualTo("OAuthException");
            assertThat(error.toString()).doesNotContain("1650");
        }

        @Test
        void isNoneWithoutACode() {
            assertThat(response("{\"error\":{\"message\":\"words\"}}")).isEmpty();
            assertThat(response("{\"error\":\"words\"}")).isEmpty();
            assertThat(response("[]")).isEmpty();
        }

        private static Optional<ProviderError> response(String body) {
            return GraphErrors.fromResponse(
                    Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow(), 400);
        }
    }

    @Nested
    class Webhook {

        @Test
        void isReadWithItsDetails() {
            ProviderError error = webhook("""
                            {"code":131049,"title":"Some title","message":"Some title",
                             "error_data":{"details":"In order to maintain"},"href":"https://example.com"}""").orElseThrow();

            assertThat(error.code()).isEqualTo("131049");
            assertThat(error.title()).isEqualTo("Not delivered to maintain healthy ecosystem engagement");
            assertThat(error.detail()).isEqualTo("In order to maintain");
            assertThat(error.httpStatus()).isZero();
        }

        @Test
        void isReadInTheFormBeforeVersion16() {
            assertThat(webhook("{\"code\":470,\"title\":\"Old\",\"details\":\"more\"}"))
                    .hasValueSatisfying(error -> {
                        assertThat(error.title()).isEqualTo("Old");
                        assertThat(error.detail()).isEqualTo("more");
                    });
        }

        private static Optional<ProviderError> webhook(String element) {
            return GraphErrors.fromWebhook(
                    Json.parse(element.getBytes(StandardCharsets.UTF_8)).orElseThrow());
        }
    }
}
