package dev.wakit.provider.twilio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TemplateException;
import dev.wakit.WhatsApp;
import dev.wakit.error.Disposition;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a template becomes a ContentSid with variables, and what keeps it from being sent. */
class TemplateSendTest {

    private static final String ACCEPTED = "{'sid':'" + Requests.MESSAGE + "','status':'queued'}";
    private static final Message MESSAGE =
            TemplateMessage.builder("order_update", "en").body("Ann", "ORD-9").build();

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
    void looksTheContentUpOnceAndSendsItsVariables() throws Exception {
        server.enqueue(listing("approved"));
        server.enqueue(Requests.json(201, ACCEPTED));
        server.enqueue(Requests.json(201, ACCEPTED));

        assertThat(send(MESSAGE)).isInstanceOf(Accepted.class);
        assertThat(send(MESSAGE)).isInstanceOf(Accepted.class);

        assertThat(server.takeRequest().getTarget()).startsWith("/v1/ContentAndApprovals");
        for (int i = 0; i < 2; i++) {
            RecordedRequest request = server.takeRequest();
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(request.getBody().utf8())
                    .isEqualTo("To=whatsapp%3A%2B447946000001&From=whatsapp%3A%2B14155550100&ContentSid="
                            + Requests.CONTENT + "&ContentVariables=%7B%221%22%3A%22Ann%22%2C%222%22%3A%22ORD-9%22%7D");
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void asksOnceForManySendsThatWait() throws Exception {
        server.enqueue(listing("approved"));
        for (int i = 0; i < 50; i++) {
            server.enqueue(Requests.json(201, ACCEPTED));
        }
        var futures = new ArrayList<CompletableFuture<SendOutcome>>();

        for (int i = 0; i < 50; i++) {
            futures.add(provider.send(Requests.of(MESSAGE)).toCompletableFuture());
        }

        for (CompletableFuture<SendOutcome> future : futures) {
            assertThat(future.get(20, SECONDS)).isInstanceOf(Accepted.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(51);
    }

    @Test
    void sendsTheContentThatTheConfigurationNames() throws Exception {
        server.enqueue(Requests.json(200, content("", "another_name")));
        server.enqueue(Requests.json(200, "{'whatsapp':{'name':'x','category':'UTILITY','status':'approved'}}"));
        server.enqueue(Requests.json(201, ACCEPTED));
        try (var mapped = Requests.provider(server)
                .content(TemplateName.of("order_update"), LanguageCode.of("en"), ContentSid.of(Requests.CONTENT))
                .build()) {
            assertThat(mapped.send(Requests.of(MESSAGE)).toCompletableFuture().get(10, SECONDS))
                    .isInstanceOf(Accepted.class);
        }

        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/Content/" + Requests.CONTENT);
    }

    @Test
    void sendsAContentByItsSid() throws Exception {
        server.enqueue(Requests.json(200, content("", "another_name")));
        server.enqueue(Requests.json(200, "{'whatsapp':{'name':'x','category':'UTILITY','status':'approved'}}"));
        server.enqueue(Requests.json(201, ACCEPTED));

        assertThat(send(TemplateMessage.builder(Requests.CONTENT.toLowerCase(Locale.ROOT), "en")
                        .body("Ann", "9")
                        .build()))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void namesTheVariablesThatHaveNoValueBeforeTheWire() throws Exception {
        server.enqueue(listing("approved"));

        SendOutcome outcome =
                send(TemplateMessage.builder("order_update", "en").body("Ann").build());

        Rejected rejected = (Rejected) outcome;
        assertThat(rejected.error().code()).isEqualTo("63028");
        assertThat(rejected.error().title())
                .contains("order_update", "Variable {{2}} of the body has no value")
                .doesNotContain("Ann");
        assertThat(disposition(rejected)).isEqualTo(Disposition.FAIL_CAMPAIGN);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "unsubmitted,63027,request its approval",
        "pending,63027,wait for the review",
        "received,63027,PENDING",
        "rejected,63040,REJECTED",
        "paused,63041,PAUSED",
        "disabled,63042,DISABLED"
    })
    void refusesAContentThatWhatsAppDidNotApprove(String status, String code, String words) throws Exception {
        server.enqueue(listing(status));

        Rejected rejected = (Rejected) send(MESSAGE);

        assertThat(rejected.error().code()).isEqualTo(code);
        assertThat(rejected.error().title()).contains(Requests.CONTENT, words);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void refusesATemplateThatTheAccountDoesNotHaveAndAsksNoMoreForAWhile() throws Exception {
        server.enqueue(Requests.json(200, "{'contents':[],'meta':{'next_page_url':null}}"));

        for (int i = 0; i < 5; i++) {
            Rejected rejected = (Rejected) send(MESSAGE);

            assertThat(rejected.error().code()).isEqualTo("63027");
            assertThat(rejected.error().title()).contains("order_update", "content(...)");
        }
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void throwsATypedErrorWithTheFixForASingleMessage() {
        server.enqueue(listing("unsubmitted"));

        assertThatThrownBy(() -> WhatsApp.using(provider).send(Requests.PERSON, MESSAGE))
                .isInstanceOf(TemplateException.class)
                .hasMessageContainingAll("63027", Requests.CONTENT, "request its approval");
    }

    @Test
    void sendsNothingWhenTheContentCannotBeRead() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(Requests.json(500, ""));
        }
        assertThat(send(MESSAGE)).isInstanceOf(NotSent.class);

        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        assertThat(send(MESSAGE)).isInstanceOf(NotSent.class);
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource({"401,20003,20003", "429,20429,20429", "400,20001,63027"})
    void refusesASendWhenTwilioRefusesToTellTheContent(int status, int code, String told) throws Exception {
        server.enqueue(Requests.refusal(status, code));

        assertThat(((Rejected) send(MESSAGE)).error().code()).isEqualTo(told);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void sendsNothingAfterClose() throws Exception {
        provider.close();

        assertThat(send(MESSAGE)).isInstanceOf(NotSent.class);
        assertThat(server.getRequestCount()).isZero();
    }

    private SendOutcome send(Message message) throws Exception {
        return provider.send(Requests.of(message)).toCompletableFuture().get(20, SECONDS);
    }

    private static Disposition disposition(Rejected rejected) {
        return TwilioProvider.defaultErrors().ruleFor(rejected.error()).disposition();
    }

    private static MockResponse listing(String status) {
        String approval =
                ",'approval_requests':{'name':'order_update','category':'UTILITY','content_type':'twilio/text',"
                        + "'status':'" + status + "'}";
        return Requests.json(
                200, "{'contents':[" + content(approval, "order_update") + "],'meta':{'next_page_url':null}}");
    }

    private static String content(String approval, String name) {
        return "{'sid':'" + Requests.CONTENT + "','friendly_name':'" + name
                + "','language':'en','variables':{},'types':{'twilio/text':{'body':'Hi {{1}}, order {{2}}'}}" + approval
                + "}";
    }
}
