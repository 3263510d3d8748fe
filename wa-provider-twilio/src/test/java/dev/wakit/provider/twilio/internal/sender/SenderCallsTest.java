package dev.wakit.provider.twilio.internal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.provider.twilio.sender.SenderStatus;
import dev.wakit.provider.twilio.sender.TwilioSender;
import dev.wakit.template.QualityRating;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderCallsTest {

    private static final SenderId OURS = SenderId.of(Requests.SENDER);

    private final MockWebServer server = new MockWebServer();
    private TwilioProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server).build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void readsWhatTwilioSaysOfASender() throws Exception {
        server.enqueue(Requests.json(200, page(sender("ONLINE", "10K Customers/24hr"))));

        TwilioSender sender = provider.senders().find(OURS).orElseThrow();

        assertThat(sender.status()).isEqualTo(SenderStatus.ONLINE);
        assertThat(sender.wabaId()).isEqualTo("102290129340398");
        assertThat(sender.quality()).isEqualTo(QualityRating.GREEN);
        assertThat(sender.limit().people()).hasValue(10_000);
        assertThat(sender.statusCallbackUrl()).isEqualTo("https://hooks.example.com/status");
        assertThat(sender.toString()).doesNotContain("hooks.example.com");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/Channels/Senders?Channel=whatsapp&PageSize=100");
    }

    @Test
    void listsAllPages() {
        server.enqueue(Requests.json(
                200,
                "{'senders':[" + sender("ONLINE", "1K Customers/24hr")
                        + "],'meta':{'key':'senders','next_page_url':'https://messaging.twilio.com/x?PageToken=P2'}}"));
        server.enqueue(
                Requests.json(200, page(sender("ONLINE", "Unlimited").replace(Requests.SENDER, "+14155550199"))));

        assertThat(provider.senders().list())
                .extracting(TwilioSender::id)
                .containsExactly(OURS, SenderId.of("+14155550199"));
    }

    @ParameterizedTest
    @CsvSource({
        "ONLINE,true",
        "ONLINE:UPDATING,true",
        "OFFLINE,false",
        "CREATING,false",
        "PENDING_VERIFICATION,false",
        "VERIFYING,false",
        "TWILIO_REVIEW,false",
        "DRAFT,false",
        "STUBBED,false",
        "TELEPORTING,false"
    })
    void letsOnlyASenderGoAheadThatIsOnline(String status, boolean ready) {
        server.enqueue(Requests.json(200, page(sender(status, "1K"))));

        assertThat(provider.senders().problems(OURS).isEmpty()).isEqualTo(ready);
    }

    @Test
    void saysWhyASenderCannotSend() {
        server.enqueue(Requests.json(200, page(sender("OFFLINE", "1K"))));

        assertThat(provider.senders().problems(OURS))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("OFFLINE", "63020", "billing"));
    }

    @Test
    void namesTheSendersOfTheAccountForOneOfAnother() {
        server.enqueue(Requests.json(200, page(sender("ONLINE", "1K"))));

        assertThat(provider.senders().problems(SenderId.of("+14155550199")))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .contains("no WhatsApp sender +14155550199", Requests.SENDER, "credentials"));
    }

    @Test
    void looksIntoNoMessagingService() {
        assertThat(provider.senders().problems(SenderId.of(Requests.SERVICE))).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    private static String page(String sender) {
        return "{'senders':[" + sender + "],'meta':{'key':'senders','next_page_url':null}}";
    }

    private static String sender(String status, String limit) {
        return "{'sid':'XE0123456789abcdef0123456789abcdef','status':'" + status + "','sender_id':'whatsapp:"
                + Requests.SENDER + "','configuration':{'waba_id':'102290129340398'},'webhook':{'callback_url':"
                + "'https://hooks.example.com/in','status_callback_url':'https://hooks.example.com/status'},"
                + "'properties':{'quality_rating':'HIGH','messaging_limit':'" + limit + "'},"
                + "'offline_reasons':[{'code':'63020','message':'billing','more_info':''}]}";
    }
}
