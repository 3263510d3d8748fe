package dev.wakit.provider.meta.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.inbound.CatalogBatchChanged;
import dev.wakit.inbound.ErrorReported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.PreferenceChanged;
import dev.wakit.inbound.SenderStandingChanged;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.message.MessageId;
import dev.wakit.provider.http.Json;
import dev.wakit.template.QualityRating;
import dev.wakit.template.TemplateStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationParserTest {

    private static final Recipient SHEENA =
            Recipient.of(PhoneNumber.parse("+16505551234"), Bsuid.of("US.13491208655302741918"));

    @Nested
    class Message {

        @Test
        void isReadWithItsTextAndPerson() {
            MessageReceived message =
                    read("\"type\":\"text\",\"text\":{\"body\":\"Other color?\"},\"context\":{\"id\":\"wamid.B\"}");

            assertThat(message.messageId()).isEqualTo(MessageId.of("wamid.A"));
            assertThat(message.type()).isEqualTo("text");
            assertThat(message.text()).contains("Other color?");
            assertThat(message.payload()).isEmpty();
            assertThat(message.from()).contains(SHEENA);
            assertThat(message.profileName()).contains("Sheena Nelson");
            assertThat(message.replyTo()).contains(MessageId.of("wamid.B"));
            assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1750030073));
            assertThat(message.raw()).contains("\"Other color?\"");
        }

        @Test
        void isReadWithThePayloadOfATemplateButton() {
            MessageReceived message =
                    read("\"type\":\"button\",\"button\":{\"payload\":\"STOP_PROMO\",\"text\":\"Unsubscribe\"}");

            assertThat(message.text()).contains("Unsubscribe");
            assertThat(message.payload()).contains("STOP_PROMO");
        }

        @ParameterizedTest
        @ValueSource(strings = {"button_reply", "list_reply"})
        void isReadWithTheIdOfAnInteractiveReply(String type) {
            MessageReceived message = read(
                    "\"type\":\"interactive\",\"interactive\":{\"type\":\"T\",\"T\":{\"id\":\"row-1\",\"title\":\"Express\"}}"
                            .replace("\"T\"", "\"" + type + "\""));

            assertThat(message.text()).contains("Express");
            assertThat(message.payload()).contains("row-1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"type\":\"image\",\"image\":17",
                    "\"type\":\"hologram\",\"hologram\":{\"id\":\"65463453\"}",
                    "\"type\":\"interactive\"",
                    "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"response_json\":\"{}\"}}",
                    "\"type\":\"unsupported\",\"errors\":[{\"code\":131051}]",
                    "\"type\":\"text\",\"text\":\"not an object\"",
                    "\"x\":1"
                })
        void keepsWhatItHasNoFieldForAsRaw(String content) {
            MessageReceived message = read(content);

            assertThat(message.text()).isEmpty();
            assertThat(message.payload()).isEmpty();
            assertThat(Json.parse(message.raw().getBytes(StandardCharsets.UTF_8)))
                    .isPresent();
            assertThat(message.raw()).contains(content);
        }

        @Test
        void isReadWithoutSenderFields() {
            List<InboundEvent> events = Webhooks.parse(Webhooks.messages(
                    "\"messages\":[{\"id\":\"wamid.A\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]"));

            assertThat(events).singleElement().isInstanceOfSatisfying(MessageReceived.class, message -> {
                assertThat(message.from()).isEmpty();
                assertThat(message.profileName()).isEmpty();
            });
        }

        @Test
        void isReadWithoutAReplyWhoseIdCannotBeOne() {
            MessageReceived message = read("\"type\":\"text\",\"context\":{\"id\":\"" + "w".repeat(600) + "\"}");

            assertThat(message.replyTo()).isEmpty();
        }

        private static MessageReceived read(String content) {
            List<InboundEvent> events = Webhooks.parse(Webhooks.messages("""
                    "contacts":[{"profile":{"name":"Other"},"wa_id":"4915112345678"},
                                {"profile":{"name":"Sheena Nelson"},"wa_id":"16505551234"}],
                    "messages":[{"from":"16505551234","from_user_id":"US.13491208655302741918","id":"wamid.A",
                                 "timestamp":"1750030073",%s}]""".formatted(content)));
            assertThat(events).hasSize(1);
            return (MessageReceived) events.get(0);
        }
    }

    @Nested
    class Preference {

        @ParameterizedTest
        @CsvSource({"stop,false", "resume,true"})
        void isReadWithItsNumericTime(String value, boolean wanted) {
            List<InboundEvent> events = parse("marketing_messages", value);

            assertThat(events).singleElement().isInstanceOfSatisfying(PreferenceChanged.class, change -> {
                assertThat(change.marketingWanted()).isEqualTo(wanted);
                assertThat(change.recipient()).isEqualTo(SHEENA);
                assertThat(change.at()).isEqualTo(Instant.ofEpochSecond(1731705721));
            });
        }

        @ParameterizedTest
        @CsvSource({"other_messages,signup", "marketing_messages,maybe", "other_messages,resume"})
        void staysRawWhenItIsNotAStopOrResumeOfMarketing(String category, String value) {
            assertThat(parse(category, value))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            UnknownEvent.class, event -> assertThat(event.raw()).contains(value));
        }

        @Test
        void staysRawWithoutAPerson() {
            List<InboundEvent> events = Webhooks.parse(Webhooks.change(
                    "user_preferences",
                    "\"user_preferences\":[{\"category\":\"marketing_messages\",\"value\":\"stop\"}]"));

            assertThat(events).singleElement().isInstanceOf(UnknownEvent.class);
        }

        private static List<InboundEvent> parse(String category, String value) {
            return Webhooks.parse(Webhooks.change("user_preferences", """
                    "user_preferences":[{"wa_id":"16505551234","user_id":"US.13491208655302741918",
                     "category":"%s","value":"%s","timestamp":1731705721}]""".formatted(category, value)));
        }
    }

    @Nested
    class AccountChange {

        @Test
        void tellsWhichTemplateWasPausedAndWhy() {
            assertThat(Webhooks.parse(Webhooks.change("message_template_status_update", """
                    "event":"PAUSED","message_template_id":1689556908129835,"message_template_name":"abandoned_cart",
                    "message_template_language":"en-US","message_template_category":"MARKETING","reason":"NONE",
                    "other_info":{"title":"FIRST_PAUSE","description":"Paused for 3 hours."}""")))
                    .singleElement()
                    .isInstanceOfSatisfying(TemplateStatusChanged.class, event -> {
                        assertThat(event.name().value()).isEqualTo("abandoned_cart");
                        assertThat(event.language().value()).isEqualTo("en_US");
                        assertThat(event.status()).isEqualTo(TemplateStatus.PAUSED);
                        assertThat(event.reason()).isEqualTo("Paused for 3 hours.");
                    });
        }

        @Test
        void readsAnUnpauseAsApproved() {
            assertThat(Webhooks.parse(Webhooks.change("message_template_status_update", """
                    "event":"PAUSED","message_template_name":"abandoned_cart","message_template_language":"en",
                    "other_info":{"title":"UNPAUSE","description":"Back."}""")))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TemplateStatusChanged.class,
                            event -> assertThat(event.status()).isEqualTo(TemplateStatus.APPROVED));
        }

        @ParameterizedTest
        @ValueSource(strings = {"message_template_quality_update", "message_template_status_update"})
        void knowsAQualityChangeByItsValueWhateverTheFieldIsCalled(String field) {
            assertThat(Webhooks.parse(Webhooks.change(field, """
                    "previous_quality_score":"GREEN","new_quality_score":"RED","message_template_id":806312974732579,
                    "message_template_name":"welcome_template","message_template_language":"en_US\"""")))
                    .singleElement()
                    .isInstanceOfSatisfying(TemplateQualityChanged.class, event -> {
                        assertThat(event.before()).isEqualTo(QualityRating.GREEN);
                        assertThat(event.after()).isEqualTo(QualityRating.RED);
                    });
        }

        @Test
        void tellsThatANumberWasFlagged() {
            assertThat(Webhooks.parse(Webhooks.change("phone_number_quality_update", """
                    "display_phone_number":"+1 555 078 3881","event":"FLAGGED","current_limit":"TIER_10K\"""")))
                    .singleElement()
                    .isInstanceOfSatisfying(SenderStandingChanged.class, event -> {
                        assertThat(event.displayNumber()).isEqualTo("15550783881");
                        assertThat(event.change()).isEqualTo(SenderStandingChanged.Change.FLAGGED);
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"event\":\"PAUSED\"",
                    "\"event\":\"PAUSED\",\"message_template_name\":\"NOT A NAME\",\"message_template_language\":\"en\"",
                    "\"message_template_name\":\"a\",\"message_template_language\":\"en\""
                })
        void staysRawWhenItCannotBeRead(String value) {
            assertThat(Webhooks.parse(Webhooks.change("message_template_status_update", value)))
                    .singleElement()
                    .isInstanceOf(UnknownEvent.class);
        }
    }

    @Test
    void readsTheGoodElementsAroundABadOne() {
        List<InboundEvent> events = Webhooks.parse(Webhooks.messages("""
                "statuses":[{"id":"wamid.A","status":"sent"},{"id":{},"status":[]},{"id":"wamid.B","status":"read"}],
                "messages":[17,{"id":"wamid.C","type":"text"}],
                "errors":[{"code":131035,"title":"late"}]"""));

        assertThat(events)
                .extracting(InboundEvent::getClass)
                .map(Class::getSimpleName)
                .containsExactly(
                        StatusChanged.class.getSimpleName(),
                        UnknownEvent.class.getSimpleName(),
                        StatusChanged.class.getSimpleName(),
                        UnknownEvent.class.getSimpleName(),
                        MessageReceived.class.getSimpleName(),
                        ErrorReported.class.getSimpleName());
    }

    @Test
    void readsEveryChangeOfEveryEntry() {
        String body = """
                {"object":"whatsapp_business_account","entry":[
                 {"id":"1","changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.A","status":"sent"}]}},
                                      {"field":"partner_solutions","value":{"event":"SOLUTION_CREATED"}}]},
                 {"id":"2","changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.B","status":"sent"}]}}]}]}""";

        List<InboundEvent> events = Webhooks.parse(body);

        assertThat(events).hasSize(3);
        assertThat(events.get(1)).isInstanceOfSatisfying(UnknownEvent.class, event -> {
            assertThat(event.name()).isEqualTo("partner_solutions");
            assertThat(event.raw()).contains("SOLUTION_CREATED");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "17",
                "[]",
                "{}",
                "{",
                "not json",
                "{} {}",
                "{\"object\":\"page\",\"entry\":[]}",
                "{\"object\":\"whatsapp_business_account\"}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[17]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[null]}]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\"}]}]}"
            })
    void turnsGarbageIntoOneUnknownEvent(String body) {
        assertThat(Webhooks.parse(body)).singleElement().isInstanceOf(UnknownEvent.class);
    }

    @Test
    void turnsNestingWithoutEndIntoOneUnknownEvent() {
        assertThat(Webhooks.parse("[".repeat(100_000))).singleElement().isInstanceOf(UnknownEvent.class);
    }

    @Test
    void turnsABodyAbove4MebibytesIntoOneUnknownEvent() {
        byte[] body = Webhooks.messages("\"statuses\":[{\"id\":\"wamid.A\",\"status\":\"sent\"}]")
                .concat(" ".repeat(4 * 1024 * 1024))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Webhooks.parse(body)).singleElement().isInstanceOf(UnknownEvent.class);
    }

    @Test
    void readsAThousandUpdatesInOneBody() {
        String statuses = "{\"id\":\"wamid.A\",\"status\":\"sent\",\"timestamp\":\"1750030073\"},".repeat(1000);

        List<InboundEvent> events = Webhooks.parse(
                Webhooks.messages("\"statuses\":[" + statuses.substring(0, statuses.length() - 1) + "]"));

        assertThat(events).hasSize(1000).allMatch(StatusChanged.class::isInstance);
    }

    @Test
    void keepsNumbersOfUnknownEventsAsTheyWere() {
        List<InboundEvent> events =
                Webhooks.parse(Webhooks.change("orders", "\"price\":30.10,\"big\":123456789012345678901234567890"));

        assertThat(((UnknownEvent) events.get(0)).raw()).contains("30.10", "123456789012345678901234567890");
    }

    @Test
    void aCatalogTellsOfItsBatchesInWebhooksOfItsOwn() {
        String body = "{\"object\":\"catalog\",\"entry\":[{\"id\":\"194836987003835\",\"time\":1750030073,\"changes\":["
                + "{\"field\":\"items_batch\",\"value\":{\"catalog_id\":\"194836987003835\",\"handle\":\"Acz\","
                + "\"status\":\"Finished\"}},{\"field\":\"product_feed\",\"value\":{\"product_feed_id\":\"7\"}}]}]}";

        List<InboundEvent> events = Webhooks.parse(body.getBytes(StandardCharsets.UTF_8));

        assertThat(events).hasSize(2);
        CatalogBatchChanged batch = (CatalogBatchChanged) events.get(0);
        assertThat(batch.handle()).isEqualTo("Acz");
        assertThat(batch.state()).isEqualTo(BatchState.FINISHED);
        assertThat(batch.catalogId()).isEqualTo("194836987003835");
        assertThat(batch.at()).isEqualTo(Instant.ofEpochSecond(1750030073));
        assertThat(batch.source().account()).isEmpty();
        assertThat(events.get(1)).isInstanceOf(UnknownEvent.class);
    }
}
