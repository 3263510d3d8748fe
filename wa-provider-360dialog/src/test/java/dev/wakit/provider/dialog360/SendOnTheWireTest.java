package dev.wakit.provider.dialog360;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.RequestRefusedException;
import dev.wakit.UnsupportedMessageException;
import dev.wakit.WhatsApp;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where 360dialog differs from Meta on the wire, and what its own answers prove. */
class SendOnTheWireTest {

    private static final String ACCEPTED =
            "{'messaging_product':'whatsapp','contacts':[{'input':'1','wa_id':'1'}],'messages':[{'id':'wamid.A'}]}";

    private final MockWebServer server = new MockWebServer();
    private Dialog360Provider provider;

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
    void offersNoCatalogsBecause360dialogsApiHasNone() {
        assertThat(provider.catalog()).isEmpty();
        assertThat(provider.capabilities().interactiveKinds())
                .contains(InteractiveKind.PRODUCT, InteractiveKind.PRODUCT_LIST);
    }

    @Test
    void postsMetasJsonWithTheKeyAndWithoutVersionOrNumber() throws Exception {
        server.enqueue(Requests.json(201, ACCEPTED));
        var request = SendRequest.builder(SenderId.of(Requests.SENDER), Requests.PERSON, TextMessage.of("Hello"))
                .callbackData("ref-1")
                .replyTo(MessageId.of("wamid.B"))
                .build();

        SendOutcome outcome = send(provider, request);

        assertThat(((Accepted) outcome).messageId()).isEqualTo(MessageId.of("wamid.A"));
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getRequestLine()).isEqualTo("POST /messages HTTP/1.1");
        assertThat(sent.getHeaders().get("D360-API-KEY")).isEqualTo(Requests.KEY);
        assertThat(sent.getHeaders().get("Authorization")).isNull();
        assertThat(Json.parse(sent.getBody().toByteArray()))
                .isEqualTo(Json.parse("""
                        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234",
                         "context":{"message_id":"wamid.B"},"biz_opaque_callback_data":"ref-1",
                         "type":"text","text":{"body":"Hello","preview_url":false}}""".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{'meta':{'success':false,'developer_message':'WhatsApp API has been disabled'}}|d360_disabled|PAUSE_CAMPAIGN",
                "400|{'meta':{'success':false,'developer_message':'You exceeded the endpoint rate limit'}}|d360_rate_limit|THROTTLE_LANE",
                "400|{'error':'You exceeded the endpoint rate limit'}|d360_rate_limit|THROTTLE_LANE",
                "429|{'error':'You exceeded the endpoint rate limit'}|429|THROTTLE_LANE",
                "400|{'message':'blocked for lack of payment'}|d360_payment|PAUSE_CAMPAIGN",
                "400|{'error':'There are overdue invoices'}|d360_payment|PAUSE_CAMPAIGN",
                "401|{'message':'Invalid api_key'}|d360_api_key|REFRESH_CREDENTIALS",
                "401|{'meta':{'success':false,'developer_message':'Who are you?'}}|d360_api_key|REFRESH_CREDENTIALS",
                "403|{'meta':{'success':false,'developer_message':'This endpoint is blocked'}}|d360_blocked|PAUSE_CAMPAIGN",
                "403|{'error':'partner permission denied'}|d360_blocked|PAUSE_CAMPAIGN",
                "400|{'meta':{'success':false,'developer_message':'No such field'}}|d360_refused|FAIL_RECIPIENT",
                "400|{'error':{'code':131030,'message':'(#131030) not in list'}}|131030|FAIL_RECIPIENT"
            })
    void aDocumentedRefusalIsRejected(int status, String body, String code, Disposition disposition) throws Exception {
        server.enqueue(Requests.json(status, body));

        var rejected = (Rejected) send();

        assertThat(rejected.error().code()).isEqualTo(code);
        assertThat(rejected.error().httpStatus()).isEqualTo(status);
        assertThat(provider.errors().ruleFor(rejected.error()).disposition()).isEqualTo(disposition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{'meta':{'success':false,'developer_message':'Internal server error'}}",
                "502|{'error':'WhatsApp for Business API is not available'}",
                "502|{'meta':{'success':false,'developer_message':'lack of payment'}}",
                "403|{'message':'Forbidden'}",
                "404|{'message':'no Route matched with those values'}",
                "400|{'error':'something else'}",
                "400|{'meta':{'developer_message':'it does not say that it failed'}}",
                "409|{'meta':{'success':false,'developer_message':'Invalid api_key'}}",
                "200|{'meta':{'success':true,'http_code':200}}",
                "302|{}"
            })
    void whatProvesNothingIsAmbiguous(int status, String body) throws Exception {
        server.enqueue(Requests.json(status, body));
        server.enqueue(Requests.json(200, ACCEPTED));

        assertThat(send()).isInstanceOf(Ambiguous.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void aSenderOfAnotherKeyIsRejectedWithTheFixAndNothingIsSent() throws Exception {
        var foreign = SenderId.of("999");
        var request = SendRequest.builder(foreign, Requests.PERSON, TextMessage.of("Hello"))
                .build();

        var rejected = (Rejected) send(provider, request);

        var rule = provider.errors().ruleFor(rejected.error());
        assertThat(rejected.error().code()).isEqualTo("d360_foreign_sender");
        assertThat(rule.disposition()).isEqualTo(Disposition.PAUSE_CAMPAIGN);
        assertThat(rule.scope()).isEqualTo(ErrorScope.SENDER);
        assertThat(rule.advice()).contains("build a Dialog360Provider with the key of this number");
        assertThatThrownBy(() -> provider.media().orElseThrow().upload(foreign, Files.picture()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContainingAll("999", "build a Dialog360Provider");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatIsNotPromisedIsRefusedUntilItIsSwitchedOn() throws Exception {
        var person = SendRequest.builder(
                        SenderId.of(Requests.SENDER), Recipient.of(Bsuid.of("US.1349")), TextMessage.of("Hi"))
                .build();
        var checked = SendRequest.builder(SenderId.of(Requests.SENDER), Requests.PERSON, TextMessage.of("Hi"))
                .identityHash("hash=")
                .build();
        assertThatThrownBy(() -> provider.send(person)).isInstanceOf(UnsupportedMessageException.class);
        assertThatThrownBy(() -> provider.send(checked)).isInstanceOf(UnsupportedMessageException.class);
        assertThat(provider.capabilities().echoesCallbackData()).isFalse();
        server.enqueue(Requests.json(200, ACCEPTED));
        server.enqueue(Requests.json(200, ACCEPTED));

        try (var open =
                Requests.provider(server).passesThrough(Passthrough.values()).build()) {
            assertThat(send(open, person)).isInstanceOf(Accepted.class);
            assertThat(send(open, checked)).isInstanceOf(Accepted.class);
            assertThat(open.capabilities().echoesCallbackData()).isTrue();
        }
        assertThat(server.takeRequest().getBody().utf8()).contains("\"recipient\":\"US.1349\"");
        assertThat(server.takeRequest().getBody().utf8()).contains("\"recipient_identity_key_hash\":\"hash=\"");
    }

    @Test
    void marketingMessagesGoAsAnyOtherUntilTheirEdgeIsSwitchedOn() throws Exception {
        var template = TemplateMessage.builder("tour", "en_US")
                .marketing(MarketingDelivery.standard())
                .build();
        server.enqueue(Requests.json(200, ACCEPTED));
        server.enqueue(Requests.json(200, ACCEPTED));

        send(provider, Requests.of(template));
        try (var open = Requests.provider(server)
                .passesThrough(Passthrough.MARKETING_MESSAGES)
                .build()) {
            send(open, Requests.of(template));
        }

        RecordedRequest ordinary = server.takeRequest();
        assertThat(ordinary.getTarget()).isEqualTo("/messages");
        assertThat(ordinary.getBody().utf8()).doesNotContain("product_policy");
        RecordedRequest marketing = server.takeRequest();
        assertThat(marketing.getTarget()).isEqualTo("/marketing_messages");
        assertThat(marketing.getBody().utf8()).contains("\"product_policy\":\"CLOUD_API_FALLBACK\"");
    }

    @Test
    void aReadReceiptIsTriedAgainAndNamesNoNumberInItsPath() throws Exception {
        server.enqueue(Requests.json(503, "{}"));
        server.enqueue(Requests.json(200, "{'success':true}"));

        provider.showTyping(MessageId.of("wamid.B"));

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getTarget()).isEqualTo("/messages");
        assertThat(Json.parse(second.getBody().toByteArray()))
                .isEqualTo(Json.parse("""
                        {"messaging_product":"whatsapp","status":"read","message_id":"wamid.B",
                         "typing_indicator":{"type":"text"}}""".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNewKeyIsUsedAtOnceAndTellsLanesToGoOn() throws Exception {
        server.enqueue(Requests.json(200, ACCEPTED));
        long before = provider.credentialsVersion();

        provider.replaceApiKey("another-key");
        send();

        assertThat(server.takeRequest().getHeaders().get("D360-API-KEY")).isEqualTo("another-key");
        assertThat(provider.credentialsVersion()).isEqualTo(before + 1);
        assertThatThrownBy(() -> provider.replaceApiKey("another\nsecret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://waba-v2.360dialog.io/?a=1", "http://waba-v2.360dialog.io", "ftp://x"})
    void aBadConfigurationIsReportedWholeAndWithoutTheKey(String url) {
        assertThatThrownBy(() -> Dialog360Provider.builder("my secret key", "+1 650")
                        .baseUrl(URI.create(url))
                        .platformSecret(" ")
                        .webhookHeader("Not A Header", "")
                        .maxInFlight(0)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "apiKey", "phoneNumberId", "platformSecret", "baseUrl", "maxInFlight", "'Not A Header'")
                .hasMessageNotContaining("my secret");
    }

    @Test
    void withoutProofOfOriginThereIsNoCodec() {
        assertThatThrownBy(provider::webhooks)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("platformSecret(...)", "webhookHeader(...)");
    }

    @Test
    void anExceptionOfTheFacadeSaysWhoRefused() {
        server.enqueue(Requests.json(401, "{'meta':{'success':false,'developer_message':'Invalid api_key'}}"));

        assertThatThrownBy(() -> provider.webhookSetup().current())
                .hasMessageContainingAll("360dialog refused the request", "replaceApiKey(...)");
        server.enqueue(Requests.json(401, "{'meta':{'success':false,'developer_message':'Invalid api_key'}}"));
        assertThatThrownBy(() -> WhatsApp.using(provider).send(Requests.of(TextMessage.of("Hi"))))
                .hasMessageContaining("replaceApiKey(...)");
    }

    private SendOutcome send() throws Exception {
        return send(provider, Requests.of(TextMessage.of("Hello")));
    }

    private static SendOutcome send(Dialog360Provider provider, SendRequest request) throws Exception {
        return provider.send(request).toCompletableFuture().get(10, SECONDS);
    }
}
