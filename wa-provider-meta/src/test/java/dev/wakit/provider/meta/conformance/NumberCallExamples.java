package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.account.AccountMode;
import dev.wakit.provider.meta.account.CodeMethod;
import dev.wakit.provider.meta.account.CodeVerification;
import dev.wakit.provider.meta.account.MessagingLimit;
import dev.wakit.provider.meta.account.NameStatus;
import dev.wakit.provider.meta.account.NumberStatus;
import dev.wakit.provider.meta.account.SendAbility;
import dev.wakit.provider.meta.account.SenderNumber;
import dev.wakit.provider.meta.account.SenderNumbers;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls of numbers. */
final class NumberCallExamples {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final String READ = "getPhoneNumberById";
    private static final String LIST = "getWhatsAppBusinessAccountPhoneNumbers";

    private NumberCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(listed(), described(), changed()).flatMap(List::stream);
    }

    private static List<CallExample> listed() {
        return List.of(
                of(
                        "numbers-list",
                        facades -> {
                            List<SenderNumber> numbers =
                                    facades.account().numbers().list();
                            assertThat(numbers)
                                    .extracting(SenderNumber::id)
                                    .containsExactly(SenderId.of("1906385232743451"), SenderId.of("1913623884432103"));
                            assertThat(numbers.get(0)).satisfies(NumberCallExamples::isTheMarket);
                            assertThat(numbers.get(1)).satisfies(NumberCallExamples::isTheSandbox);
                        },
                        Answer.documented(LIST, "multiple_phone_numbers")),
                of(
                        "numbers-list-of-one",
                        facades -> assertThat(facades.account().numbers().list())
                                .extracting(number -> number.verifiedName().orElseThrow())
                                .containsExactly("My Business"),
                        Answer.documented(LIST, "single_phone_number")));
    }

    private static void isTheMarket(SenderNumber number) {
        assertThat(number.displayNumber()).contains("+1 631-555-5555");
        assertThat(number.quality()).isEqualTo(QualityRating.GREEN);
        assertThat(number.codeVerification().is(CodeVerification.VERIFIED)).isTrue();
        assertThat(number.mode().is(AccountMode.LIVE)).isTrue();
        assertThat(number.messagingLimit().is(MessagingLimit.TIER_1K)).isTrue();
        assertThat(number.officialAccount()).contains(true);
        assertThat(number.username()).contains("jaspers_market");
        // No page of Meta explains this word, so it does not count as one that can send.
        assertThat(number.status().text()).isEqualTo("LINKED");
        assertThat(number.isUsable()).isFalse();
    }

    private static void isTheSandbox(SenderNumber number) {
        assertThat(number.status().is(NumberStatus.PENDING)).isTrue();
        assertThat(number.quality()).isEqualTo(QualityRating.UNKNOWN);
        assertThat(number.codeVerification().is(CodeVerification.NOT_VERIFIED)).isTrue();
        assertThat(number.mode().is(AccountMode.SANDBOX)).isTrue();
        assertThat(number.messagingLimit().is(MessagingLimit.TIER_50)).isTrue();
        assertThat(number.officialAccount()).contains(false);
        assertThat(number.username()).isEmpty();
    }

    private static List<CallExample> described() {
        return List.of(
                number(
                        "default_response",
                        number -> assertThat(number.nameStatus().isAbsent()).isTrue()),
                number(
                        "with_name_status",
                        number -> assertThat(number.nameStatus().is(NameStatus.AVAILABLE_WITHOUT_REVIEW))
                                .isTrue()),
                number(
                        "with_verification_status",
                        number -> assertThat(number.codeVerification().is(CodeVerification.VERIFIED))
                                .isTrue()),
                number(
                        "comprehensive_response",
                        number -> assertThat(number.nameStatus().is(NameStatus.APPROVED))
                                .isTrue()),
                of(
                        "numbers-get-health",
                        facades -> assertThat(
                                        facades.account().numbers().get(SENDER).health())
                                .hasValueSatisfying(
                                        health -> assertThat(health.canSend().is(SendAbility.BLOCKED))
                                                .isTrue()),
                        Answer.written(
                                READ,
                                "{\"id\":\"1\",\"health_status\":{\"can_send_message\":\"BLOCKED\",\"entities\":[]}}")),
                of(
                        "account-details",
                        facades -> assertThat(facades.account().details()).satisfies(account -> {
                            assertThat(account.name()).contains("My Business WhatsApp Account");
                            assertThat(account.timezoneId()).contains("1");
                            assertThat(account.templateNamespace()).contains("ba30dd89_2ebd_41e4_b805_f2c05ae04cc9");
                            assertThat(account.reviewStatus()).contains("APPROVED");
                            assertThat(account.verificationStatus()).contains("VERIFIED");
                            assertThat(account.country()).contains("US");
                            assertThat(account.ownership()).contains("SELF_OWNED");
                            assertThat(account.primaryLocation()).contains("US");
                        }),
                        Answer.documented("getWhatsAppBusinessAccountDetails", "verified_account")),
                of(
                        "account-details-basic",
                        facades -> assertThat(facades.account().details()).satisfies(account -> {
                            assertThat(account.reviewStatus()).contains("PENDING");
                            assertThat(account.currency()).isEmpty();
                        }),
                        Answer.documented("getWhatsAppBusinessAccountDetails", "basic_account")),
                of(
                        "portfolio-limit",
                        facades -> assertThat(facades.account()
                                        .messagingLimit("506914307656634")
                                        .is(MessagingLimit.TIER_2K))
                                .isTrue(),
                        Answer.written(
                                "getBusinessPortfolioSpecificFields",
                                "{\"id\":\"506914307656634\",\"whatsapp_business_manager_messaging_limit\":\"TIER_2K\"}")),
                of(
                        "portfolio-limit-untold",
                        facades -> assertThat(facades.account()
                                        .messagingLimit("506914307656634")
                                        .isAbsent())
                                .isTrue(),
                        Answer.documented("getBusinessPortfolioSpecificFields", "Example response")));
    }

    private static CallExample number(String example, Consumer<SenderNumber> expected) {
        return of(
                "numbers-get-" + example,
                facades -> assertThat(facades.account().numbers().get(SENDER)).satisfies(number -> {
                    assertThat(number.id()).isEqualTo(SenderId.of("106853218861309"));
                    assertThat(number.displayNumber()).contains("+1 555-555-5555");
                    assertThat(number.verifiedName()).contains("Jaspers Market");
                    assertThat(number.quality()).isEqualTo(QualityRating.GREEN);
                    expected.accept(number);
                }),
                Answer.documented(READ, example));
    }

    private static List<CallExample> changed() {
        return List.of(
                change(
                        "request-code",
                        it -> it.requestCode(SENDER, CodeMethod.SMS, LanguageCode.of("en_US")),
                        "requestVerificationCode",
                        "success_response"),
                change(
                        "request-code-without-country",
                        it -> it.requestCode(SENDER, CodeMethod.VOICE, LanguageCode.of("de")),
                        "requestVerificationCode",
                        "success_response"),
                change(
                        "verify-code",
                        it -> it.verifyCode(SENDER, "123-456"),
                        "verifyPhoneNumberCode",
                        "successful_verification"),
                change(
                        "register",
                        it -> it.register(SENDER, "012345"),
                        "registerWhatsAppBusinessPhoneNumber",
                        "successful_registration"),
                change(
                        "register-in-a-country",
                        it -> it.register(SENDER, "012345", "DE"),
                        "registerWhatsAppBusinessPhoneNumber",
                        "successful_registration"),
                change("deregister", it -> it.deregister(SENDER), "deregisterPhoneNumber", "successful_deregistration"),
                change(
                        "change-pin",
                        it -> it.changePin(SENDER, "000000"),
                        "updatePhoneNumberStatus",
                        "two_step_verification_set"));
    }

    private static CallExample change(String name, Consumer<SenderNumbers> call, String operation, String example) {
        return of(
                "numbers-" + name,
                facades -> call.accept(facades.account().numbers()),
                Answer.documented(operation, example));
    }
}
