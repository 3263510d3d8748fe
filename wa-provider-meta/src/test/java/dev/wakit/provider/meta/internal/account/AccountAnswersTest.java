package dev.wakit.provider.meta.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.account.HealthEntity;
import dev.wakit.provider.meta.account.MessagingLimit;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.account.NumberStatus;
import dev.wakit.provider.meta.account.QrImage;
import dev.wakit.provider.meta.account.SendAbility;
import dev.wakit.provider.meta.account.SenderNumber;
import dev.wakit.provider.meta.account.ThroughputLevel;
import dev.wakit.provider.meta.account.Vertical;
import dev.wakit.provider.meta.account.Word;
import dev.wakit.template.QualityRating;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the answers of the account's calls mean. */
class AccountAnswersTest {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final List<Recipient> PEOPLE =
            List.of(Recipient.of(PhoneNumber.parse("+16505551234")), Recipient.of(PhoneNumber.parse("+16505551235")));

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;
    private MetaAccount account;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider =
                Requests.provider(server).businessAccountId("102290129340398").build();
        account = provider.account();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void readsANumberWithItsHealth() throws Exception {
        answer("""
                { "id": "106540352242922", "display_phone_number": "+1 631-555-5555", "verified_name": "Jasper's Market",
                  "quality_rating": "YELLOW", "status": "CONNECTED", "name_status": "APPROVED",
                  "code_verification_status": "VERIFIED", "platform_type": "CLOUD_API", "throughput": { "level": "STANDARD" },
                  "whatsapp_business_manager_messaging_limit": "TIER_2K", "account_mode": "LIVE",
                  "is_official_business_account": true, "last_onboarded_time": "2026-01-02T03:04:05+0000",
                  "username": "jaspers", "health_status": { "can_send_message": "BLOCKED", "entities": [
                    { "entity_type": "PHONE_NUMBER", "id": "1", "can_send_message": "LIMITED", "additional_info": [ "slow" ] },
                    { "entity_type": "WABA", "id": "2", "can_send_message": "BLOCKED", "errors": [
                      { "error_code": 141002, "error_description": "No payment", "possible_solution": "Pay" } ] } ] } }""");

        SenderNumber number = account.numbers().get(SENDER);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v25.0/106540352242922");
        assertThat(request.getUrl().queryParameter("fields"))
                .contains("quality_rating", "throughput", "name_status", "health_status", "platform_type");
        assertThat(number.id()).isEqualTo(SENDER);
        assertThat(number.isUsable()).isTrue();
        assertThat(number.quality()).isEqualTo(QualityRating.YELLOW);
        assertThat(number.throughput().is(ThroughputLevel.STANDARD)).isTrue();
        assertThat(number.messagingLimit()
                        .known()
                        .flatMap(it -> it.people().stream().boxed().findFirst()))
                .hasValue(2000);
        assertThat(number.lastOnboardedAt()).hasValue(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(number.officialAccount()).hasValue(true);
        assertThat(number.username()).hasValue("jaspers");
        var health = number.health().orElseThrow();
        assertThat(health.canSend().is(SendAbility.BLOCKED)).isTrue();
        assertThat(health.entities()).extracting(HealthEntity::type).containsExactly("PHONE_NUMBER", "WABA");
        assertThat(health.entities().get(0).notes()).containsExactly("slow");
        assertThat(health.entities().get(1).problems().get(0).code()).isEqualTo("141002");
    }

    @Test
    void keepsNewWordsReadableAndMissingFieldsEmpty() {
        answer("{\"id\":\"106540352242922\",\"status\":\"HIBERNATING\",\"throughput\":{\"level\":\"LUDICROUS\"}}");

        SenderNumber number = account.numbers().get(SENDER);

        assertThat(number.status().known()).isEmpty();
        assertThat(number.status()).hasToString("HIBERNATING");
        assertThat(number.throughput().text()).isEqualTo("LUDICROUS");
        assertThat(number.isUsable()).isFalse();
        assertThat(number.nameStatus().isAbsent()).isTrue();
        assertThat(number.displayNumber()).isEmpty();
        assertThat(number.health()).isEmpty();
        assertThat(number.quality()).isEqualTo(QualityRating.UNKNOWN);
    }

    @Test
    void readsTheOlderLimitOfOneNumber() {
        answer("{\"id\":\"1\",\"messaging_limit_tier\":\"TIER_1K\"}");

        assertThat(account.numbers().get(SENDER).messagingLimit().is(MessagingLimit.TIER_1K))
                .isTrue();
    }

    @Test
    void listsNumbersPageByPage() throws Exception {
        answer(
                "{\"data\":[{\"id\":\"1\",\"status\":\"CONNECTED\"}],\"paging\":{\"cursors\":{\"after\":\"c\"},\"next\":\"x\"}}");
        answer("{\"data\":[{\"id\":\"2\",\"status\":\"BANNED\"},{\"broken\":true}]}");

        assertThat(account.numbers().list())
                .extracting(it -> it.id().value(), it -> it.status().is(NumberStatus.BANNED))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", false),
                        org.assertj.core.groups.Tuple.tuple("2", true));
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/v25.0/102290129340398/phone_numbers");
        assertThat(server.takeRequest().getUrl().queryParameter("after")).isEqualTo("c");
    }

    @Test
    void readsTheAccount() {
        answer("""
                { "id": "102290129340398", "name": "Shop", "currency": "EUR", "timezone_id": "37", "country": "DE",
                  "disable_marketing_messages_on_cloud_api": true, "marketing_messages_onboarding_status": "ONBOARDED",
                  "health_status": { "can_send_message": "AVAILABLE", "entities": [] } }""");

        var details = account.details();

        assertThat(details.id()).isEqualTo("102290129340398");
        assertThat(details.currency()).hasValue("EUR");
        assertThat(details.timezoneId()).hasValue("37");
        assertThat(details.marketingOffOnCloudApi()).hasValue(true);
        assertThat(details.insights()).isEmpty();
        assertThat(details.health().orElseThrow().canSend().is(SendAbility.AVAILABLE))
                .isTrue();
    }

    @Test
    void readsTheProfileWrappedOrNot() {
        answer(
                "{\"data\":[{\"about\":\"Open\",\"websites\":[\"https://a.example\",\"not a url\"],\"vertical\":\"RETAIL\"}]}");
        answer("{\"data\":[{\"business_profile\":{\"about\":\"Open\",\"vertical\":\"SPACE_TRAVEL\"}}]}");

        var flat = account.settings().profile(SENDER);
        var wrapped = account.settings().profile(SENDER);

        assertThat(flat.about()).hasValue("Open");
        assertThat(flat.websites()).containsExactly(URI.create("https://a.example"));
        assertThat(flat.vertical().is(Vertical.RETAIL)).isTrue();
        assertThat(wrapped.about()).hasValue("Open");
        assertThat(wrapped.vertical().text()).isEqualTo("SPACE_TRAVEL");
    }

    @Test
    void readsSettingsInBothSpellings() {
        answer(
                "{\"calling\":{\"status\":\"ENABLED\",\"call_icon_visibility\":\"DISABLE_ALL\"},"
                        + "\"user_identity_change\":{\"enable_identity_key_check\":true},"
                        + "\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\",\"data_localization_region\":\"IN\"}}");
        answer(
                "{\"calling\":{\"status\":\"disabled\",\"call_icon_visibility\":\"visible\",\"sip\":{\"password\":\"s3cret\"}}}");

        var pages = account.settings().get(SENDER);
        var spec = account.settings().get(SENDER);

        assertThat(pages.calling()).hasValue(true);
        assertThat(pages.callIcon()).hasValue(false);
        assertThat(pages.identityCheck()).hasValue(true);
        assertThat(pages.storageRegion()).hasValue("IN");
        assertThat(spec.calling()).hasValue(false);
        assertThat(spec.callIcon()).hasValue(true);
        assertThat(spec.identityCheck()).isEmpty();
        assertThat(spec.raw()).contains("s3cret");
        assertThat(spec.toString()).doesNotContain("s3cret");
    }

    @Test
    void readsCommerceSettingsAndTheOpening() {
        answer("{\"data\":[{\"id\":\"5277\",\"is_cart_enabled\":true,\"is_catalog_visible\":false}]}");
        answer(
                "{\"id\":\"1\",\"conversational_automation\":{\"enable_welcome_message\":true,\"prompts\":[\"Hours?\"],"
                        + "\"commands\":[{\"command_name\":\"help\",\"command_description\":\"Helps\"},{\"command_name\":\"!\"}]}}");

        var commerce = account.settings().commerce(SENDER);
        var opening = account.settings().opening(SENDER);

        assertThat(commerce.catalogId()).hasValue("5277");
        assertThat(commerce.cart()).isTrue();
        assertThat(commerce.catalogVisible()).isFalse();
        assertThat(opening.welcomeEvent()).isTrue();
        assertThat(opening.prompts()).containsExactly("Hours?");
        assertThat(opening.commands()).hasSize(1);
    }

    @Test
    void blockingSomeIsAResultAndNoException() {
        server.enqueue(new MockResponse.Builder().code(400).body("""
                { "messaging_product": "whatsapp",
                  "block_users": {
                    "added_users": [ { "input": "+16505551234", "wa_id": "16505551234" } ],
                    "failed_users": [ { "input": "+16505551235", "wa_id": "16505551235", "errors": [
                      { "message": "Re-engagement required", "code": 131047, "error_data": { "details": "24 hours" } } ] } ] },
                  "error": { "message": "(#139100) Failed to block", "type": "OAuthException", "code": 139100 } }""").build());

        var result = account.blockList().block(SENDER, PEOPLE);

        assertThat(result.isComplete()).isFalse();
        assertThat(result.done()).extracting(it -> it.waId().orElseThrow()).containsExactly("16505551234");
        assertThat(result.failed().get(0).person().input()).isEqualTo("+16505551235");
        assertThat(result.failed().get(0).errors().get(0).code()).isEqualTo("131047");
        assertThat(result.toString()).doesNotContain("16505551234", "16505551235");
    }

    @Test
    void blockingWithABadTokenIsAnException() {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"error\":{\"code\":190,\"message\":\"expired\"}}")
                .build());

        assertThatThrownBy(() -> account.blockList().block(SENDER, PEOPLE)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void listsWhoIsBlocked() {
        answer(
                "{\"data\":[{\"messaging_product\":\"whatsapp\",\"wa_id\":\"16505551234\"},{\"user_id\":\"US.1a\"},{}]}");

        assertThat(account.blockList().list(SENDER)).hasSize(2);
    }

    @Test
    void readsSubscriptionsInBothForms() {
        answer("{\"data\":[{\"override_callback_uri\":\"https://h.example\",\"whatsapp_business_api_data\":"
                + "{\"id\":\"670843887433847\",\"name\":\"App\"}},{\"id\":\"2\"}]}");

        var apps = account.subscriptions().list();

        assertThat(apps).extracting(it -> it.id()).containsExactly("670843887433847", "2");
        assertThat(apps.get(0).overrideUrl()).hasValue(URI.create("https://h.example"));
    }

    @Test
    void isSubscribedWhenTheAppOfTheTokenIs() throws Exception {
        answer("{\"data\":[{\"whatsapp_business_api_data\":{\"id\":\"670843887433847\"}}]}");
        answer("{\"data\":{\"app_id\":\"670843887433847\",\"is_valid\":true}}");
        answer("{\"data\":[{\"whatsapp_business_api_data\":{\"id\":\"670843887433847\"}}]}");
        answer("{\"data\":{\"app_id\":\"1\",\"is_valid\":true}}");
        answer("{\"data\":[]}");

        assertThat(account.subscriptions().isSubscribed()).isTrue();
        assertThat(account.subscriptions().isSubscribed()).isFalse();
        assertThat(account.subscriptions().isSubscribed()).isFalse();

        server.takeRequest();
        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getUrl().encodedPath()).isEqualTo("/v25.0/debug_token");
        assertThat(asked.getUrl().queryParameter("input_token")).isEqualTo(Requests.TOKEN);
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void isSubscribedWhenTheConfiguredAppIs() {
        answer("{\"data\":[{\"whatsapp_business_api_data\":{\"id\":\"4711\"}}]}");
        try (var named = Requests.provider(server)
                .businessAccountId("102290129340398")
                .appId("4711")
                .build()) {
            assertThat(named.account().subscriptions().isSubscribed()).isTrue();
        }
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void readsWhatTheTokenMayDo() {
        answer("{\"data\":{\"app_id\":\"1\",\"type\":\"USER\",\"expires_at\":1795000000,\"data_access_expires_at\":0,"
                + "\"is_valid\":true,\"scopes\":[\"whatsapp_business_messaging\"],"
                + "\"granular_scopes\":[{\"scope\":\"whatsapp_business_management\",\"target_ids\":[\"1\"]}]}}");

        var token = account.token();

        assertThat(token.valid()).isTrue();
        assertThat(token.expiresAt()).hasValue(Instant.ofEpochSecond(1795000000));
        assertThat(token.dataAccessExpiresAt()).isEmpty();
        assertThat(token.scopes())
                .containsExactlyInAnyOrder("whatsapp_business_messaging", "whatsapp_business_management");
        assertThat(token.toString()).doesNotContain(Requests.TOKEN);
    }

    @Test
    void readsTheLimitOfAPortfolio() throws Exception {
        answer("{\"whatsapp_business_manager_messaging_limit\":\"TIER_UNLIMITED\",\"id\":\"5\"}");

        Word<MessagingLimit> limit = account.messagingLimit("506914307656634");

        assertThat(limit.is(MessagingLimit.TIER_UNLIMITED)).isTrue();
        assertThat(MessagingLimit.TIER_UNLIMITED.people()).isEmpty();
        assertThat(server.takeRequest().getUrl().queryParameter("fields"))
                .isEqualTo("whatsapp_business_manager_messaging_limit");
    }

    @Test
    void readsQrCodesAndUsernames() {
        answer(
                "{\"data\":[{\"code\":\"ANED2T5QRU7HG1\",\"prefilled_message\":\"Hi\",\"creation_time\":1672531200,"
                        + "\"deep_link_url\":\"https://wa.me/message/ANED2T5QRU7HG1\",\"qr_image_url\":\"https://x.fbcdn.net/1\"}]}");
        answer("{\"username\":\"shop\",\"status\":\"reserved\"}");
        answer("{\"data\":[{\"username_suggestions\":[\"shop1\",\"shop2\"]}]}");

        var code = account.qrCodes().list(SENDER, QrImage.PNG).get(0);
        var name = account.usernames().get(SENDER);

        assertThat(code.createdAt()).hasValue(Instant.ofEpochSecond(1672531200));
        assertThat(code.image()).hasValue(URI.create("https://x.fbcdn.net/1"));
        assertThat(name.name()).isEqualTo("shop");
        assertThat(name.status().text()).isEqualTo("reserved");
        assertThat(account.usernames().suggestions(SENDER)).containsExactly("shop1", "shop2");
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().code(200).body(body).build());
    }
}
