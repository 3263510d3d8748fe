package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.inbound.AccountChanged;
import dev.wakit.inbound.CapabilitiesChanged;
import dev.wakit.inbound.ErrorReported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.PersonChanged;
import dev.wakit.inbound.Pricing;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.inbound.content.CallPermissionContent;
import dev.wakit.inbound.content.EditedContent;
import dev.wakit.inbound.content.FormContent;
import dev.wakit.inbound.content.UnknownContent;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events mean, where Meta's JSON is easily misread. */
class EventMeaningTest {

    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void aNoticeBeforeAChangeOfCategoryNamesTheCategoryInForceFirst() {
        TemplateCategoryChanged notice = only("template_category_update/impending", TemplateCategoryChanged.class);
        TemplateCategoryChanged change = only("template_category_update/in-force", TemplateCategoryChanged.class);

        assertThat(notice.impending()).isTrue();
        assertThat(notice.before()).isEqualTo(TemplateCategory.UTILITY);
        assertThat(notice.after()).isEqualTo(TemplateCategory.MARKETING);
        assertThat(notice.effectiveAt()).isEqualTo(Instant.ofEpochSecond(1746169200));
        assertThat(change.impending()).isFalse();
        assertThat(change.before()).isEqualTo(TemplateCategory.UTILITY);
        assertThat(change.after()).isEqualTo(TemplateCategory.MARKETING);
        assertThat(change.effectiveAt()).isEqualTo(change.at());
    }

    @Test
    void aChangeOfQualityIsKnownByItsValueEvenUnderTheFieldOfAStatus() {
        assertThat(only("message_template_status_update/quality-under-the-wrong-field", TemplateQualityChanged.class)
                        .language()
                        .value())
                .isEqualTo("en_US");
    }

    @ParameterizedTest
    @CsvSource({
        "authentication-international, AUTHENTICATION_INTERNATIONAL",
        "authentication_international, AUTHENTICATION_INTERNATIONAL",
        "marketing_lite, MARKETING_LITE",
        "telepathy, UNKNOWN"
    })
    void bothSpellingsOfAPricingCategoryAreOne(String word, Pricing.Category category) {
        Pricing pricing = new Pricing(word, "regular", "PMP", true);

        assertThat(pricing.category()).isEqualTo(category);
        assertThat(pricing.categoryWord()).isEqualTo(word);
    }

    @Test
    void aStatusWithoutTheFlagIsBillableByItsType() {
        assertThat(pricing("\"type\":\"regular\"").billable()).isTrue();
        assertThat(pricing("\"type\":\"free_customer_service\"").billable()).isFalse();
        assertThat(pricing("\"billable\":false,\"type\":\"regular\"").billable())
                .isFalse();
    }

    private static Pricing pricing(String fields) {
        return ((StatusChanged) single(Webhooks.messages(
                        "\"statuses\":[{\"id\":\"wamid.A\",\"status\":\"sent\",\"pricing\":{" + fields + "}}]")))
                .pricing()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 2000, false",
        "\"2000\", 2000, false",
        "\"TIER_2K\", 2000, false",
        "\"TIER_250\", 250, false",
        "-1, , true",
        "\"UNLIMITED\", , true",
        "\"TIER_UNLIMITED\", , true",
        "\"TIER_NOT_SET\", , false"
    })
    void aMessagingLimitIsReadInAllItsForms(String json, Long people, boolean unlimited) {
        var event = (CapabilitiesChanged) single(
                Webhooks.change("business_capability_update", "\"max_daily_conversations_per_business\":" + json));

        assertThat(event.perBusiness().isUnlimited()).isEqualTo(unlimited);
        if (people == null) {
            assertThat(event.perBusiness().people()).isEmpty();
        } else {
            assertThat(event.perBusiness().people()).hasValue(people);
        }
    }

    @Test
    void aNewNumberAndTheOldOneAreToldApart() {
        PersonChanged change = only("messages/number-changed", PersonChanged.class);

        assertThat(change.kind()).isEqualTo(PersonChanged.Kind.PHONE_NUMBER);
        assertThat(change.before().phone().orElseThrow().e164()).isEqualTo("+16505551234");
        assertThat(change.after().phone().orElseThrow().e164()).isEqualTo("+12195555358");
    }

    @Test
    void takingSomethingBackIsNoAnswer() {
        assertThat(only("messages/revoke", MessageReceived.class).isAnswer()).isFalse();
        assertThat(only("messages/reaction-taken-back", MessageReceived.class).isAnswer())
                .isFalse();
        assertThat(only("messages/request-welcome", MessageReceived.class).isAnswer())
                .isFalse();
        assertThat(only("messages/reaction", MessageReceived.class).isAnswer()).isTrue();
        assertThat(only("messages/edit", MessageReceived.class).isAnswer()).isTrue();
    }

    @Test
    void textIsFoundInCaptionsAndEditedMessages() {
        assertThat(only("messages/image", MessageReceived.class).text()).contains("My broken lamp");
        MessageReceived edited = only("messages/edit", MessageReceived.class);
        assertThat(edited.text()).contains("Better caption");
        assertThat(((EditedContent) edited.content()).messageId()).isEqualTo("wamid.IN777");
    }

    @Test
    void whatWasFilledIntoAFormIsReadFromItsJsonText() {
        var address = (FormContent)
                only("messages/address-reply", MessageReceived.class).content();

        assertThat(address.values())
                .containsEntry("values.in_pin_code", "110001")
                .containsEntry("saved_address_id", "a1");
    }

    @Test
    void aRefusedCallPermissionIsNotAccepted() {
        var message = (MessageReceived)
                single(
                        Webhooks.messages(
                                "\"messages\":[{\"id\":\"wamid.A\",\"type\":\"interactive\",\"interactive\":{\"call_permission_reply\":{\"response\":\"reject\"}}}]"));

        assertThat(message.content()).isInstanceOfSatisfying(CallPermissionContent.class, permission -> {
            assertThat(permission.accepted()).isFalse();
            assertThat(permission.expiresAt()).isEqualTo(Instant.MAX);
        });
    }

    @Test
    void aContactAddsWhatTheMessageLeavesOut() {
        var message = (MessageReceived) single(Webhooks.messages("""
                "contacts":[{"profile":{"name":"Anna","username":"anna.l"},"user_id":"DE.7001","wa_id":"4915112345678",
                             "parent_user_id":"DE.ENT.7002"}],
                "messages":[{"id":"wamid.A","from_user_id":"DE.7001","type":"text","text":{"body":"x"}}]"""));

        assertThat(message.person().username()).isEqualTo("anna.l");
        assertThat(message.person().phone().orElseThrow().e164()).isEqualTo("+4915112345678");
        assertThat(message.person().parentUserId().orElseThrow().value()).isEqualTo("DE.ENT.7002");
    }

    @Test
    void aPersonKnownByTheParentIdAloneCanBeAnswered() {
        var message = (MessageReceived)
                single(
                        Webhooks.messages(
                                "\"messages\":[{\"id\":\"wamid.A\",\"from_parent_user_id\":\"DE.ENT.7002\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]"));

        assertThat(message.from().orElseThrow().bsuid().orElseThrow().isParent())
                .isTrue();
    }

    @Test
    void anErrorInAWebhookMeetsTheSameTableAsAnAnswer() {
        var event = (ErrorReported) single(Webhooks.messages("\"errors\":[{\"code\":131031,\"title\":\"t\"}]"));

        assertThat(GraphErrors.table().ruleFor(event.error()))
                .isEqualTo(GraphErrors.table().find("131031").orElseThrow());
    }

    @Test
    void aRestrictionHoldsUntilItsEnd() {
        AccountChanged restricted = only("account_update/restricted", AccountChanged.class);
        Instant end = Instant.ofEpochSecond(1764133049);

        assertThat(restricted.restrictedUntil()).isEqualTo(end);
        assertThat(restricted.standing(end.minusSeconds(1))).isEqualTo(AccountChanged.Standing.CANNOT_SEND);
        assertThat(restricted.standing(end)).isEqualTo(AccountChanged.Standing.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({
        "account_update/disabled, CANNOT_SEND",
        "account_update/violation, CANNOT_SEND",
        "account_update/partner-removed, UNCHANGED"
    })
    void anEventSaysWhetherTheAccountCanSend(String example, AccountChanged.Standing standing) {
        assertThat(only(example, AccountChanged.class).standing(LONG_AGO)).isEqualTo(standing);
    }

    @Test
    void aReinstatedAccountCanSend() {
        var event = (AccountChanged) single(Webhooks.change(
                "account_update", "\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"REINSTATE\"}"));

        assertThat(event.standing(LONG_AGO)).isEqualTo(AccountChanged.Standing.CAN_SEND);
    }

    @Test
    void anUnknownTypeOfMessageKeepsItsWordAndItsText() {
        var message = (MessageReceived) single(Webhooks.messages(
                "\"messages\":[{\"id\":\"wamid.A\",\"type\":\"hologram\",\"hologram\":{\"depth\":3}}]"));

        assertThat(message.content()).isEqualTo(new UnknownContent("hologram"));
        assertThat(message.raw()).contains("\"depth\":3");
    }

    @Test
    void aListThatNobodyKnowsIsKeptBesideTheOthers() {
        List<InboundEvent> events = Webhooks.parse(Webhooks.messages(
                "\"holograms\":[{\"depth\":3}],\"statuses\":[{\"id\":\"wamid.A\",\"status\":\"sent\"}]"));

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(StatusChanged.class);
        assertThat(events.get(1)).isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
            assertThat(unknown.name()).isEqualTo("holograms");
            assertThat(unknown.raw()).isEqualTo("[{\"depth\":3}]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracking_events",
                "standby",
                "messaging_handovers",
                "partner_solutions",
                "business_status_update"
            })
    void fieldsWithoutADocumentedShapeAreKeptAsTheyAre(String field) {
        assertThat(single(Webhooks.change(field, "\"a\":{\"b\":1}")))
                .isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
                    assertThat(unknown.name()).isEqualTo(field);
                    assertThat(unknown.raw()).contains("\"b\":1");
                });
    }

    @Test
    void theSameEventPostedAgainHasTheSameKeyAndAnotherOneHasNot() {
        var first = only("account_alerts/deferred", InboundEvent.class).source();
        var again = only("account_alerts/deferred", InboundEvent.class).source();
        var other = only("account_update/violation", InboundEvent.class).source();

        assertThat(first.repeatKey()).isEqualTo(again.repeatKey()).isNotEqualTo(other.repeatKey());
    }

    private static <T extends InboundEvent> T only(String example, Class<T> type) {
        List<InboundEvent> events =
                Webhooks.parse(WebhookExamples.named(example).bytes());
        assertThat(events).hasSize(1);
        return type.cast(events.get(0));
    }

    private static InboundEvent single(String body) {
        List<InboundEvent> events = Webhooks.parse(body);
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
