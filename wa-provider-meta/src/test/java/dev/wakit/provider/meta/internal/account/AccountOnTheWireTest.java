package dev.wakit.provider.meta.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.account.ChatCommand;
import dev.wakit.provider.meta.account.ChatOpening;
import dev.wakit.provider.meta.account.CodeMethod;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.account.ProfileChange;
import dev.wakit.provider.meta.account.QrImage;
import dev.wakit.provider.meta.account.SettingChange;
import dev.wakit.provider.meta.account.Vertical;
import dev.wakit.provider.meta.media.HeaderHandle;
import dev.wakit.template.LanguageCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each call of the account puts on the wire. */
class AccountOnTheWireTest {

    private static final String WABA = "102290129340398";
    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final String PHONE = "/v25.0/" + Requests.SENDER;
    private static final URI HOOK = URI.create("https://hooks.example/meta");
    private static final String CODE = "ANED2T5QRU7HG1";

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;
    private MetaAccount account;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server)
                .businessAccountId(WABA)
                .totalTimeout(Duration.ofSeconds(2))
                .build();
        account = provider.account();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "request a code",
                        it -> it.numbers().requestCode(SENDER, CodeMethod.SMS, LanguageCode.of("en_US")),
                        "POST",
                        PHONE + "/request_code",
                        "{\"code_method\":\"SMS\",\"language\":\"en_US\"}"),
                change(
                        "verify with a code as it is written",
                        it -> it.numbers().verifyCode(SENDER, "123-456"),
                        "POST",
                        PHONE + "/verify_code",
                        "{\"code\":\"123456\"}"),
                change(
                        "register",
                        it -> it.numbers().register(SENDER, "012345"),
                        "POST",
                        PHONE + "/register",
                        "{\"messaging_product\":\"whatsapp\",\"pin\":\"012345\"}"),
                change(
                        "register in a country",
                        it -> it.numbers().register(SENDER, "012345", "DE"),
                        "POST",
                        PHONE + "/register",
                        "{\"messaging_product\":\"whatsapp\",\"pin\":\"012345\",\"data_localization_region\":\"DE\"}"),
                change("deregister", it -> it.numbers().deregister(SENDER), "POST", PHONE + "/deregister", ""),
                change(
                        "change the PIN",
                        it -> it.numbers().changePin(SENDER, "000000"),
                        "POST",
                        PHONE,
                        "{\"pin\":\"000000\"}"),
                change(
                        "allow calls",
                        it -> it.settings().change(SENDER, SettingChange.calling(true, false)),
                        "POST",
                        PHONE + "/settings",
                        "{\"calling\":{\"status\":\"ENABLED\",\"call_icon_visibility\":\"DISABLE_ALL\"}}"),
                change(
                        "check identities",
                        it -> it.settings().change(SENDER, SettingChange.identityCheck(true)),
                        "POST",
                        PHONE + "/settings",
                        "{\"user_identity_change\":{\"enable_identity_key_check\":true}}"),
                change(
                        "store in a country",
                        it -> it.settings().change(SENDER, SettingChange.storedIn("IN")),
                        "POST",
                        PHONE + "/settings",
                        "{\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\","
                                + "\"data_localization_region\":\"IN\"}}"),
                change(
                        "store anywhere",
                        it -> it.settings().change(SENDER, SettingChange.storedAnywhere()),
                        "POST",
                        PHONE + "/settings",
                        "{\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_DISABLED\"}}"),
                change(
                        "change the profile",
                        it -> it.settings()
                                .changeProfile(
                                        SENDER,
                                        ProfileChange.builder()
                                                .about("Open")
                                                .picture(new HeaderHandle("4:x\n4:y"))
                                                .websites(List.of(URI.create("https://shop.example")))
                                                .vertical(Vertical.RETAIL)
                                                .build()),
                        "POST",
                        PHONE + "/whatsapp_business_profile",
                        "{\"messaging_product\":\"whatsapp\",\"about\":\"Open\",\"profile_picture_handle\":\"4:x\\n4:y\","
                                + "\"websites\":[\"https://shop.example\"],\"vertical\":\"RETAIL\"}"),
                change(
                        "change the opening",
                        it -> it.settings()
                                .changeOpening(
                                        SENDER,
                                        new ChatOpening(
                                                true, List.of("Hours?"), List.of(new ChatCommand("help", "Helps")))),
                        "POST",
                        PHONE + "/conversational_automation",
                        "{\"enable_welcome_message\":true,\"prompts\":[\"Hours?\"],"
                                + "\"commands\":[{\"command_name\":\"help\",\"command_description\":\"Helps\"}]}"),
                change(
                        "subscribe",
                        it -> it.subscriptions().subscribe(),
                        "POST",
                        "/v25.0/" + WABA + "/subscribed_apps",
                        "{}"),
                change(
                        "subscribe with an address",
                        it -> it.subscriptions().subscribe(HOOK, "check"),
                        "POST",
                        "/v25.0/" + WABA + "/subscribed_apps",
                        "{\"override_callback_uri\":\"https://hooks.example/meta\",\"verify_token\":\"check\"}"),
                change(
                        "unsubscribe",
                        it -> it.subscriptions().unsubscribe(),
                        "DELETE",
                        "/v25.0/" + WABA + "/subscribed_apps",
                        ""),
                change(
                        "override for a number",
                        it -> it.subscriptions().override(SENDER, HOOK, "check"),
                        "POST",
                        PHONE,
                        "{\"webhook_configuration\":{\"override_callback_uri\":\"https://hooks.example/meta\","
                                + "\"verify_token\":\"check\"}}"),
                change(
                        "remove the override",
                        it -> it.subscriptions().removeOverride(SENDER),
                        "POST",
                        PHONE,
                        "{\"webhook_configuration\":{\"override_callback_uri\":\"\"}}"),
                change(
                        "delete a QR code",
                        it -> it.qrCodes().delete(SENDER, CODE),
                        "DELETE",
                        PHONE + "/message_qrdls/" + CODE,
                        ""),
                change("delete the username", it -> it.usernames().delete(SENDER), "DELETE", PHONE + "/username", ""));
    }

    private static Arguments change(String name, Consumer<MetaAccount> call, String method, String path, String body) {
        return Arguments.of(name, call, method, path, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void changesGoOverTheWireOnce(String name, Consumer<MetaAccount> call, String method, String path, String body)
            throws Exception {
        answer(200, "{\"success\":true}");

        call.accept(account);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo(method);
        assertThat(request.getUrl().encodedPath()).isEqualTo(path);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Requests.TOKEN);
        String sent = request.getBody() == null ? "" : request.getBody().utf8();
        assertThat(Json.parse(sent.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.parse(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void commerceSettingsGoAsParameters() throws Exception {
        answer(200, "{\"success\":true}");

        account.settings().changeCommerce(SENDER, true, false);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getUrl().encodedPath()).isEqualTo(PHONE + "/whatsapp_commerce_settings");
        assertThat(request.getUrl().queryParameter("is_cart_enabled")).isEqualTo("true");
        assertThat(request.getUrl().queryParameter("is_catalog_visible")).isEqualTo("false");
    }

    @Test
    void forgettingAContactNamesThePerson() throws Exception {
        answer(200, "{\"success\":true}");

        account.forgetContact(SENDER, Bsuid.of("US.13491208655302741918"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(request.getUrl().encodedPath()).isEqualTo(PHONE + "/contact_book");
        assertThat(request.getUrl().queryParameter("bsuid")).isEqualTo("US.13491208655302741918");
        assertThat(request.getUrl().queryParameter("messaging_product")).isEqualTo("whatsapp");
    }

    @Test
    void parentAccountsAreAskedForAtTheHostWithoutVersions() throws Exception {
        try (var api = new MockWebServer()) {
            api.start();
            api.enqueue(new MockResponse.Builder()
                    .code(200)
                    .body("{\"parent_bsuid_account_id\":\"77\",\"enrolled_business_portfolios\":[\"1\",\"2\"]}")
                    .build());
            try (var two =
                    Requests.provider(server).apiBaseUrl(Requests.address(api)).build()) {
                var parent = two.account().parentAccount("506914307656634").orElseThrow();

                assertThat(parent.id()).isEqualTo("77");
                assertThat(parent.portfolioIds()).containsExactly("1", "2");
            }
            assertThat(api.takeRequest().getUrl().encodedPath()).isEqualTo("/506914307656634/parent-bsuid-accounts");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void unblockingIsADeleteWithABody() throws Exception {
        answer(
                200,
                "{\"messaging_product\":\"whatsapp\",\"block_users\":{\"removed_users\":[{\"input\":\"US.1a\","
                        + "\"user_id\":\"US.1a\"}]}}");

        var result = account.blockList()
                .unblock(
                        SENDER,
                        List.of(Recipient.of(Bsuid.of("US.1a")), Recipient.of(PhoneNumber.parse("+16505551234"))));

        assertThat(result.isComplete()).isTrue();
        assertThat(result.done().get(0).bsuid()).hasValue(Bsuid.of("US.1a"));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(request.getUrl().encodedPath()).isEqualTo(PHONE + "/block_users");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user_id\":\"US.1a\"},"
                        + "{\"user\":\"+16505551234\"}]}");
    }

    @Test
    void qrCodesAreMadeAndChangedByTheSameEdge() throws Exception {
        String made = "{\"code\":\"" + CODE + "\",\"prefilled_message\":\"Hi\","
                + "\"deep_link_url\":\"https://wa.me/message/" + CODE + "\"}";
        answer(200, made);
        answer(200, made);

        account.qrCodes().create(SENDER, "Hi", QrImage.SVG);
        account.qrCodes().change(SENDER, CODE, "Hi");

        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"prefilled_message\":\"Hi\",\"generate_qr_image\":\"SVG\"}");
        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"prefilled_message\":\"Hi\",\"code\":\"" + CODE + "\"}");
    }

    @Test
    void takingAUsernameFromAnotherNumberIsSaid() throws Exception {
        answer(200, "{\"status\":\"reserved\"}");
        answer(200, "{\"status\":\"reserved\"}");

        account.usernames().set(SENDER, "shop");
        account.usernames().transfer(SENDER, "shop");

        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"username\":\"shop\",\"transfer_action\":\"none\"}");
        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"username\":\"shop\",\"transfer_action\":\"force_transfer\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦"})
    void aPinIsSixDigitsAndNeverShown(String pin) {
        assertThatThrownBy(() -> account.numbers().register(SENDER, pin))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("six digits")
                .satisfies(refusal -> assertThat(
                                pin.isEmpty() || !refusal.getMessage().contains(pin))
                        .isTrue());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesBeforeTheWireWhatMetaWouldRefuse() {
        assertThatThrownBy(() -> account.subscriptions().subscribe(URI.create("http://hooks.example"), "x"))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> account.subscriptions()
                        .override(SENDER, URI.create("https://hooks.example/" + "a".repeat(200)), "x"))
                .hasMessageContaining("200");
        assertThatThrownBy(() -> account.qrCodes().create(SENDER, "a".repeat(141), QrImage.PNG))
                .hasMessageContainingAll("140", "141");
        assertThatThrownBy(() -> account.qrCodes().delete(SENDER, "../1")).isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> account.blockList().block(SENDER, List.of()))
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> ProfileChange.builder().about("a".repeat(140))).hasMessageContainingAll("139", "140");
        assertThatThrownBy(() -> ProfileChange.builder().build()).hasMessageContaining("changes nothing");
        assertThatThrownBy(() -> new ChatCommand("no spaces", "x")).isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> SettingChange.storedIn("Germany")).isInstanceOf(InvalidMessageException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void saysWhichConfigurationIsMissing() {
        try (var small = Requests.provider(server).build()) {
            assertThatThrownBy(() -> small.account().numbers().list())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("businessAccountId");
        }
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
