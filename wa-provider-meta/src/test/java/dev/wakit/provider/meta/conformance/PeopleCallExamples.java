package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.account.BlockedPerson;
import dev.wakit.provider.meta.account.ParentAccount;
import dev.wakit.provider.meta.account.QrCode;
import dev.wakit.provider.meta.account.QrImage;
import dev.wakit.provider.meta.account.UsernameStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls of what leads people to a number, or keeps them away: QR codes, usernames, the block list, parent ids. */
final class PeopleCallExamples {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final String CODE = "ANED2T5QRU7HG1";
    private static final String MONDAY = "Show me Cyber Monday deals!";
    private static final String CODES = "listAllQrCodes";
    private static final String ONE = "getIndividualQrCode";
    private static final List<Recipient> PEOPLE =
            List.of(Recipient.of(Bsuid.of("US.1a")), Recipient.of(PhoneNumber.parse("+16505551234")));

    private PeopleCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(qrCodes(), foundQrCodes(), changedQrCodes(), blockList(), usernames(), parents())
                .flatMap(List::stream);
    }

    private static List<CallExample> qrCodes() {
        return List.of(
                qrCodes("default_fields", codes -> {
                    assertThat(codes)
                            .extracting(QrCode::code)
                            .containsExactly("5QBPAD2DC6L5A1", CODE, "WOMVT6TJ2BP7A1");
                    assertThat(codes.get(1)).isEqualTo(monday(Optional.empty()));
                }),
                qrCodes(
                        "with_qr_image",
                        codes ->
                                assertThat(codes.get(0).image().orElseThrow()).hasHost("scontent-iad3-1.xx.fbcdn.net")),
                qrCodes("single_qr_code", codes -> assertThat(codes).containsExactly(monday(Optional.empty()))),
                qrCodes("empty_response", codes -> assertThat(codes).isEmpty()));
    }

    private static CallExample qrCodes(String example, Consumer<List<QrCode>> expected) {
        return of(
                "qr-list-" + example,
                facades -> expected.accept(facades.account().qrCodes().list(SENDER, QrImage.SVG)),
                Answer.documented(CODES, example));
    }

    private static QrCode monday(Optional<Instant> created) {
        return new QrCode(CODE, MONDAY, URI.create("https://wa.me/message/" + CODE), Optional.empty(), created);
    }

    private static List<CallExample> foundQrCodes() {
        return List.of(
                qrCode("default_fields", code -> assertThat(code).isEqualTo(monday(Optional.empty()))),
                qrCode("with_qr_image_svg", code -> assertThat(code.image()).isPresent()),
                qrCode(
                        "with_creation_time",
                        code -> assertThat(code).isEqualTo(monday(Optional.of(Instant.ofEpochSecond(1_672_531_200))))));
    }

    private static CallExample qrCode(String example, Consumer<QrCode> expected) {
        return of(
                "qr-find-" + example,
                facades -> assertThat(facades.account().qrCodes().find(SENDER, CODE))
                        .hasValueSatisfying(expected),
                Answer.documented(CODES, ONE, example));
    }

    private static List<CallExample> changedQrCodes() {
        return List.of(
                of(
                        "qr-create",
                        facades -> assertThat(facades.account().qrCodes().create(SENDER, "Hi", QrImage.SVG))
                                .satisfies(made -> {
                                    assertThat(made.code()).isEqualTo(CODE);
                                    assertThat(made.image().orElseThrow()).hasHost("scontent-iad3-2.xx.fbcdn.net");
                                }),
                        Answer.documented("createOrUpdateQrCode", "created_qr_code_with_image")),
                of(
                        "qr-change",
                        facades -> assertThat(facades.account()
                                        .qrCodes()
                                        .change(SENDER, "WOMVT6TJ2BP7A1", "Hello!")
                                        .message())
                                .isEqualTo("Hello! I'd like to know more about your latest offers."),
                        Answer.documented("createOrUpdateQrCode", "updated_qr_code")),
                of(
                        "qr-delete",
                        facades -> facades.account().qrCodes().delete(SENDER, CODE),
                        Answer.documented("deleteIndividualQrCode", "successful_deletion")));
    }

    private static List<CallExample> blockList() {
        return List.of(
                of(
                        "block",
                        facades -> assertThat(facades.account()
                                        .blockList()
                                        .block(SENDER, PEOPLE)
                                        .done())
                                .extracting(BlockedPerson::waId)
                                .containsExactly(Optional.of("16505551234")),
                        Answer.documented("blockUserS", "Block user(s)")),
                of(
                        "unblock",
                        facades -> assertThat(facades.account()
                                        .blockList()
                                        .unblock(SENDER, PEOPLE)
                                        .done())
                                .extracting(BlockedPerson::waId)
                                .containsExactly(Optional.of("16505551234")),
                        Answer.documented("unblockUserS", "Unblock user(s)")),
                of(
                        "block-list",
                        facades -> assertThat(facades.account().blockList().list(SENDER))
                                .extracting(BlockedPerson::waId)
                                .containsExactly(Optional.of("16505551234")),
                        Answer.documented("getBlockedUsers", "Get blocked users")));
    }

    private static List<CallExample> usernames() {
        return List.of(
                of(
                        "username-get",
                        facades -> assertThat(facades.account()
                                        .usernames()
                                        .get(SENDER)
                                        .status()
                                        .is(UsernameStatus.APPROVED))
                                .isTrue(),
                        Answer.undocumented("{\"username\":\"shop\",\"status\":\"approved\"}")),
                of(
                        "username-set",
                        facades -> assertThat(facades.account()
                                        .usernames()
                                        .set(SENDER, "shop")
                                        .status()
                                        .is(UsernameStatus.RESERVED))
                                .isTrue(),
                        Answer.undocumented("{\"status\":\"reserved\"}")),
                of(
                        "username-transfer",
                        facades -> assertThat(facades.account()
                                        .usernames()
                                        .transfer(SENDER, "shop")
                                        .name())
                                .isEqualTo("shop"),
                        Answer.undocumented("{\"status\":\"reserved\"}")),
                of(
                        "username-delete",
                        facades -> facades.account().usernames().delete(SENDER),
                        Answer.undocumented("{\"success\":true}")),
                of(
                        "username-suggestions",
                        facades -> assertThat(facades.account().usernames().suggestions(SENDER))
                                .containsExactly("shop1"),
                        Answer.undocumented("{\"data\":[{\"username_suggestions\":[\"shop1\"]}]}")));
    }

    private static List<CallExample> parents() {
        return List.of(
                of(
                        "parent-account",
                        facades -> assertThat(facades.account().parentAccount("506914307656634"))
                                .contains(new ParentAccount("77", List.of("1", "2"))),
                        Answer.undocumented(
                                "{\"parent_bsuid_account_id\":\"77\",\"enrolled_business_portfolios\":[\"1\",\"2\"]}")),
                of(
                        "forget-contact",
                        facades -> facades.account().forgetContact(SENDER, Bsuid.of("US.13491208655302741918")),
                        Answer.undocumented("{\"success\":true}")));
    }
}
