package dev.wakit.provider.twilio;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.message.MessageId;
import dev.wakit.message.ReactionMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendOnTheWireTest {

    private static final String ACCEPTED = "{'sid':'" + Requests.MESSAGE + "','status':'queued','error_code':null}";
    private static final String MESSAGES = "/2010-04-01/Accounts/" + Requests.ACCOUNT + "/Messages.json";

    private final MockWebServer server = new MockWebServer();
    private TwilioProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server)
                .totalTimeout(Duration.ofMillis(1500))
                .connectTimeout(Duration.ofMillis(500))
                .build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void postsAFormOnceWithTheKeyInAHeader() throws Exception {
        server.enqueue(Requests.json(201, ACCEPTED));

        SendOutcome outcome = send();

        assertThat(outcome).isEqualTo(new Accepted(MessageId.of(Requests.MESSAGE), false));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo(MESSAGES);
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo("Basic " + base64(Requests.KEY + ":" + Requests.SECRET));
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8())
                .isEqualTo("To=whatsapp%3A%2B447946000001&From=whatsapp%3A%2B14155550100&Body=Hello");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void signsInWithTheAccountAndItsTokenToo() throws Exception {
        server.enqueue(Requests.json(201, ACCEPTED));
        try (var other = TwilioProvider.builder(
                        Requests.ACCOUNT, TwilioCredentials.authToken(Requests.TOKEN), Requests.SENDER)
                .baseUrl(Requests.address(server))
                .build()) {
            other.send(Requests.text()).toCompletableFuture().get(5, SECONDS);
        }

        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Basic " + base64(Requests.ACCOUNT + ":" + Requests.TOKEN));
    }

    @Test
    void sendsWithReplacedCredentialsFromThenOn() throws Exception {
        server.enqueue(Requests.json(201, ACCEPTED));

        provider.replaceCredentials(TwilioCredentials.authToken("another"));
        send();

        assertThat(provider.credentialsVersion()).isOne();
        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Basic " + base64(Requests.ACCOUNT + ":another"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 421, 425, 499, 500, 502, 503, 504})
    void doesNotRepeatAPostThatAskedForIt(int status) throws Exception {
        server.enqueue(Requests.json(status, "<html>")
                .newBuilder()
                .setHeader("Retry-After", "0")
                .build());
        server.enqueue(Requests.json(201, ACCEPTED));

        SendOutcome outcome = send();

        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(((Ambiguous) outcome).failure().httpStatus()).isEqualTo(status);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 422})
    void doesNotRepeatWhatWasNeverProcessedEither(int status) throws Exception {
        server.enqueue(Requests.json(status, ""));
        server.enqueue(Requests.json(201, ACCEPTED));

        assertThat(send()).isInstanceOf(Rejected.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void doesNotFollowARedirect(int status) throws Exception {
        server.enqueue(Requests.json(status, "")
                .newBuilder()
                .setHeader("Location", server.url("/elsewhere"))
                .build());
        server.enqueue(Requests.json(201, ACCEPTED));

        assertFailure(send(), Kind.UNREADABLE);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void doesNotAnswerAnAuthenticationChallenge() throws Exception {
        server.enqueue(Requests.json(401, "<html>")
                .newBuilder()
                .setHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"")
                .build());
        server.enqueue(Requests.json(201, ACCEPTED));

        assertFailure(send(), Kind.UNREADABLE);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isAmbiguousWhenTheConnectionClosesWithoutAnAnswer() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(Requests.json(201, ACCEPTED));

        assertFailure(send(), Kind.CONNECTION_LOST);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isAmbiguousWhenTheConnectionClosesWhileTheRequestIsRead() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(Requests.json(201, ACCEPTED));

        assertFailure(send(), Kind.CONNECTION_LOST);
        // The socket closes before the server counts the request.
        assertThat(server.takeRequest(5, SECONDS)).isNotNull();
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isAmbiguousWhenNoAnswerComesInTime() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        server.enqueue(Requests.json(201, ACCEPTED));

        assertFailure(send(), Kind.TIMEOUT);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isAmbiguousWhenASuccessStallsOrIsCutOff() throws Exception {
        server.enqueue(
                Requests.json(201, ACCEPTED).newBuilder().bodyDelay(1, MINUTES).build());
        assertFailure(send(), Kind.UNREADABLE);

        server.enqueue(Requests.json(201, ACCEPTED)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertFailure(send(), Kind.UNREADABLE);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() throws Exception {
        var endless = new Buffer()
                .writeUtf8("{\"sid\":\"")
                .writeUtf8("x".repeat(2_000_000))
                .writeUtf8("\"}");
        server.enqueue(new MockResponse.Builder().code(201).body(endless).build());

        assertFailure(send(), Kind.UNREADABLE);
    }

    @Test
    void isNotSentWhenNobodyListens() throws Exception {
        try (var bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var unreachable = Requests.provider(server)
                    .baseUrl(URI.create("http://127.0.0.1:" + bound.getLocalPort()))
                    .build()) {
                assertNotSent(unreachable, Kind.CONNECT);
            }
        }
    }

    @Test
    void isNotSentWhenTheServerSpeaksNoTls() throws Exception {
        try (var secure = Requests.provider(server)
                .baseUrl(URI.create("https://127.0.0.1:" + server.getPort()))
                .connectTimeout(Duration.ofMillis(500))
                .totalTimeout(Duration.ofSeconds(3))
                .build()) {
            assertNotSent(secure, Kind.TLS);
        }
    }

    @Test
    void isNotSentAfterClose() throws Exception {
        provider.close();
        provider.close();

        assertNotSent(provider, Kind.CLOSED);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void answersWhatIsInFlightWhenItIsClosed() throws Exception {
        server.enqueue(Requests.json(201, ACCEPTED)
                .newBuilder()
                .headersDelay(300, MILLISECONDS)
                .build());
        var future = provider.send(Requests.text()).toCompletableFuture();
        server.takeRequest();

        provider.close();

        assertThat(future.get(5, SECONDS)).isInstanceOf(Accepted.class);
    }

    @Test
    void makesOneRequestASendWithManyAtOnce() throws Exception {
        var futures = new ArrayList<CompletableFuture<SendOutcome>>();
        for (int i = 0; i < 200; i++) {
            server.enqueue(Requests.json(201, ACCEPTED));
        }
        try (var patient = Requests.provider(server).build()) {
            for (int i = 0; i < 200; i++) {
                futures.add(patient.send(Requests.text()).toCompletableFuture());
            }
            for (CompletableFuture<SendOutcome> future : futures) {
                assertThat(future.get(20, SECONDS)).isInstanceOf(Accepted.class);
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(200);
    }

    @Test
    void refusesWhatItsCapabilitiesDoNotHaveBeforeTheWire() {
        var reaction = Requests.of(ReactionMessage.of(MessageId.of(Requests.MESSAGE), "🎉"));
        var reply = SendRequest.builder(
                        Requests.text().sender(),
                        Requests.PERSON,
                        Requests.text().message())
                .replyTo(MessageId.of(Requests.MESSAGE))
                .build();

        assertThatThrownBy(() -> provider.send(reaction))
                .isInstanceOf(UnsupportedMessageException.class)
                .hasMessageContaining("REACTION");
        assertThatThrownBy(() -> provider.send(reply))
                .isInstanceOf(UnsupportedMessageException.class)
                .hasMessageContaining("replyTo");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void schedulesAMessageAndTakesItBack() throws Exception {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        server.enqueue(Requests.json(201, "{'sid':'" + Requests.MESSAGE + "','status':'scheduled'}"));
        server.enqueue(Requests.json(200, "{'sid':'" + Requests.MESSAGE + "','status':'canceled'}"));
        try (var scheduler = Requests.provider(server)
                .messagingServiceSid(Requests.SERVICE)
                .clock(() -> now)
                .build()) {
            SendOutcome outcome = scheduler
                    .schedule(Requests.text(), now.plus(Duration.ofHours(1)))
                    .toCompletableFuture()
                    .get(5, SECONDS);
            scheduler.cancelScheduled(((Accepted) outcome).messageId());

            assertThatThrownBy(() -> scheduler.cancelScheduled(MessageId.of("../Messages")))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(server.takeRequest().getBody().utf8())
                .contains("MessagingServiceSid=" + Requests.SERVICE)
                .contains("ScheduleType=fixed&SendAt=2026-11-21T13%3A00%3A00Z");
        RecordedRequest cancel = server.takeRequest();
        assertThat(cancel.getTarget()).isEqualTo(MESSAGES.replace(".json", "/" + Requests.MESSAGE + ".json"));
        assertThat(cancel.getBody().utf8()).isEqualTo("Status=canceled");
    }

    @Test
    void showsSecretsNowhere() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(Requests.json(
                401, "{'code':20003,'message':'Authentication of " + Requests.SECRET + " failed','status':401}"));

        List<String> texts = List.of(
                send().toString(),
                send().toString(),
                provider.toString(),
                TwilioCredentials.apiKey(Requests.KEY, Requests.SECRET).toString(),
                Requests.text().toString());

        assertThat(texts).noneMatch(text -> text.contains(Requests.SECRET) || text.contains(Requests.PHONE));
        assertThat(server.takeRequest().getTarget()).doesNotContain(Requests.SECRET);
    }

    private SendOutcome send() throws Exception {
        return provider.send(Requests.text()).toCompletableFuture().get(10, SECONDS);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNotSent(TwilioProvider provider, Kind kind) throws Exception {
        SendOutcome outcome =
                provider.send(Requests.text()).toCompletableFuture().get(10, SECONDS);
        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(((NotSent) outcome).failure().kind()).isEqualTo(kind);
    }

    private static void assertFailure(SendOutcome outcome, Kind kind) {
        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(((Ambiguous) outcome).failure().kind()).isEqualTo(kind);
    }
}
