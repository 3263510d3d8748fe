package dev.wakit.provider.twilio.internal.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.media.MediaSource;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupAnswer.Found;
import dev.wakit.provider.LookupAnswer.NotFound;
import dev.wakit.provider.LookupAnswer.Several;
import dev.wakit.provider.LookupAnswer.Unsure;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.TwilioProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLookupTest {

    private static final Instant BEGUN = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ONE = "SM" + "1".repeat(32);
    private static final String TWO = "SM" + "2".repeat(32);
    private static final DateTimeFormatter TWILIO_TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGUN.plusSeconds(20));
    private TwilioProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).clock(now::get).build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void findsTheOneMessageThatFits() throws Exception {
        server.enqueue(list(message(ONE, 1, "Hello")));

        assertThat(find()).isEqualTo(new Found(MessageId.of(ONE), Optional.empty()));
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/2010-04-01/Accounts/" + Requests.ACCOUNT
                        + "/Messages.json?To=whatsapp%3A%2B447946000001&PageSize=50&From=whatsapp%3A%2B14155550100");
    }

    @Test
    void ignoresWhatIsOlderOrFromThePersonOrAnotherText() {
        server.enqueue(list(
                message(TWO, -6, "Hello"),
                message(TWO, 1, "Bye"),
                message(TWO, 1, "Hello").replace("outbound-api", "inbound"),
                message(TWO, 1, "Hello").replace("+14155550100", "+14155550199"),
                message(ONE, -5, "Hello")));

        assertThat(find()).isEqualTo(new Found(MessageId.of(ONE), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"failed,63016,63016", "undelivered,63024,63024", "canceled,null,canceled"})
    void tellsWhyItWasNotDelivered(String status, String code, String told) {
        server.enqueue(list(message(ONE, 1, "Hello")
                .replace("'status':'queued'", "'status':'" + status + "'")
                .replace("'error_code':null", "'error_code':" + code)));

        Found found = (Found) find();

        assertThat(found.failure().orElseThrow().code()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "sending", "sent", "delivered", "read", "accepted", "scheduled"})
    void takesEveryOtherStatusForAccepted(String status) {
        server.enqueue(list(message(ONE, 1, "Hello").replace("queued", status)));

        assertThat(((Found) find()).failure()).isEmpty();
    }

    @Test
    void namesSeveralThatFitInTheOrderOfTheirCreation() {
        server.enqueue(list(message(TWO, 9, "Hello"), message(ONE, 1, "Hello")));

        assertThat(((Several) find()).found())
                .extracting(Found::messageId)
                .containsExactly(MessageId.of(ONE), MessageId.of(TWO));
    }

    @Test
    void provesAnAbsenceByTwoLooksHalfAMinuteApart() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(list());
        }

        assertThat(find()).isInstanceOf(Unsure.class);
        now.set(now.get().plusSeconds(29));
        assertThat(find()).isInstanceOf(Unsure.class);
        now.set(now.get().plusSeconds(1));
        assertThat(find()).isInstanceOf(NotFound.class);
        assertThat(find()).isInstanceOf(NotFound.class);
        assertThat(find(request(TextMessage.of("Hello"), "another attempt"))).isInstanceOf(Unsure.class);
    }

    @Test
    void beginsAnewWhenTheMessageShowedItselfOrTwilioDidNotAnswer() {
        server.enqueue(list());
        server.enqueue(list(message(ONE, 1, "Hello")));
        server.enqueue(list());
        server.enqueue(Requests.refusal(429, 20429));

        assertThat(find()).isInstanceOf(Unsure.class);
        now.set(now.get().plusSeconds(60));
        assertThat(find()).isInstanceOf(Found.class);
        assertThat(find()).isInstanceOf(Unsure.class);
        now.set(now.get().plusSeconds(60));
        assertThat(find()).isInstanceOf(Unsure.class);
    }

    @Test
    void readsEveryPage() throws Exception {
        server.enqueue(Requests.json(
                200,
                "{'messages':[" + message(TWO, 1, "Bye")
                        + "],'next_page_uri':'/2010-04-01/Accounts/X/Messages.json?To=x&Page=1&PageToken=PASM1'}"));
        server.enqueue(list(message(ONE, 1, "Hello")));

        assertThat(find()).isInstanceOf(Found.class);
        server.takeRequest();
        assertThat(server.takeRequest().getTarget())
                .startsWith("/2010-04-01/Accounts/" + Requests.ACCOUNT + "/Messages.json?To=whatsapp")
                .endsWith("Page=1&PageToken=PASM1");
    }

    @Test
    void isUnsureWhenTheListHasNoEnd() {
        for (int i = 0; i < 20; i++) {
            server.enqueue(Requests.json(200, "{'messages':[],'next_page_uri':'/x?PageToken=P" + i + "'}"));
        }

        assertThat(find()).isInstanceOf(Unsure.class);
        assertThat(server.getRequestCount()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'messages':{}}",
                "{'messages':[{'sid':'SM1'}]}",
                "{'messages':[{'sid':'SM1','date_created':'yesterday'}]}",
                "<html>"
            })
    void isUnsureAboutAListThatItCannotRead(String body) {
        server.enqueue(Requests.json(200, body));

        LookupAnswer answer = find();

        assertThat(answer).isInstanceOf(Unsure.class);
        assertThat(answer.toString()).doesNotContain("Hello", "7946");
    }

    @Test
    void asksForTheRecipientAloneWhereAServiceChoosesTheSender() throws Exception {
        server.enqueue(list(message(ONE, 1, "Hello").replace("'from':'whatsapp:+14155550100'", "'from':null")));
        server.enqueue(list(message(ONE, 1, "Hello").replace("'from':'whatsapp:+14155550100'", "'from':null")));
        try (var served = Requests.provider(server)
                .messagingServiceSid(Requests.SERVICE)
                .clock(now::get)
                .build()) {
            assertThat(served.lookup().orElseThrow().find(request(TextMessage.of("Hello"), "a")))
                    .isInstanceOf(Found.class);
        }
        LookupRequest byService = new LookupRequest(
                SenderId.of(Requests.SERVICE),
                Requests.PERSON,
                BEGUN,
                BEGUN.plusSeconds(10),
                TextMessage.of("Hello"),
                "b");
        assertThat(find(byService)).isInstanceOf(Found.class);

        assertThat(server.takeRequest().getTarget()).doesNotContain("From=");
        assertThat(server.takeRequest().getTarget()).doesNotContain("From=");
    }

    @Test
    void recognisesATemplateByItsRenderedText() {
        Message template =
                TemplateMessage.builder("order_update", "en").body("Ann").build();
        enqueueTemplate();
        server.enqueue(list(message(ONE, 1, "Hi Ann, thanks.")));

        assertThat(find(request(template, "r"))).isEqualTo(new Found(MessageId.of(ONE), Optional.empty()));
    }

    @Test
    void isUnsureAboutATemplateWhoseTextTwilioWroteOtherwise() {
        Message template =
                TemplateMessage.builder("order_update", "en").body("Ann").build();
        enqueueTemplate();
        for (int i = 0; i < 2; i++) {
            server.enqueue(list(message(ONE, 1, "Header\nHi Ann, thanks.")));
        }

        assertThat(find(request(template, "r"))).isInstanceOf(Unsure.class);
        now.set(now.get().plus(Duration.ofMinutes(5)));
        assertThat(find(request(template, "r"))).isInstanceOf(Unsure.class);
    }

    @Test
    void provesTheAbsenceOfATemplateToo() {
        Message template =
                TemplateMessage.builder("order_update", "en").body("Ann").build();
        enqueueTemplate();
        for (int i = 0; i < 2; i++) {
            server.enqueue(list(message(ONE, -60, "Hi Ann, thanks.")));
        }

        assertThat(find(request(template, "r"))).isInstanceOf(Unsure.class);
        now.set(now.get().plusSeconds(45));
        assertThat(find(request(template, "r"))).isInstanceOf(NotFound.class);
    }

    @Test
    void recognisesAFileWithoutACaption() {
        Message image = ImageMessage.of(MediaSource.link(URI.create("https://cdn.example.com/a.png")));
        server.enqueue(list(message(ONE, 1, "Hello"), message(TWO, 1, "").replace("'body':''", "'body':null")));

        assertThat(find(request(image, "r"))).isEqualTo(new Found(MessageId.of(TWO), Optional.empty()));
    }

    @Test
    void doesNotLookWhereTwilioForgetsWhatItWouldRecognise() {
        try (var forgetful = Requests.provider(server).discardsContent(true).build();
                var obfuscating =
                        Requests.provider(server).obfuscatesAddresses(true).build()) {
            assertThat(forgetful.lookup()).isEmpty();
            assertThat(obfuscating.lookup()).isEmpty();
        }
    }

    private void enqueueTemplate() {
        server.enqueue(Requests.json(
                200,
                "{'contents':[{'sid':'" + Requests.CONTENT + "','friendly_name':'order_update','language':'en',"
                        + "'types':{'twilio/text':{'body':'Hi {{1}}, thanks.'}},'approval_requests':"
                        + "{'name':'order_update','category':'UTILITY','content_type':'twilio/text','status':'approved'}}],"
                        + "'meta':{}}"));
    }

    private LookupAnswer find() {
        return find(request(TextMessage.of("Hello"), "attempt"));
    }

    private LookupAnswer find(LookupRequest request) {
        return provider.lookup().orElseThrow().find(request);
    }

    private static LookupRequest request(Message message, String ref) {
        return new LookupRequest(
                SenderId.of(Requests.SENDER), Requests.PERSON, BEGUN, BEGUN.plusSeconds(10), message, ref);
    }

    private static MockResponse list(String... messages) {
        return Requests.json(200, "{'messages':[" + String.join(",", messages) + "],'next_page_uri':null}");
    }

    private static String message(String sid, int secondsAfter, String body) {
        return "{'sid':'" + sid + "','date_created':'" + TWILIO_TIME.format(BEGUN.plusSeconds(secondsAfter))
                + "','date_sent':null,'direction':'outbound-api','from':'whatsapp:+14155550100',"
                + "'to':'whatsapp:+447946000001','messaging_service_sid':null,'body':'" + body.replace("\n", "\\n")
                + "','status':'queued','error_code':null,'num_media':'0'}";
    }
}
