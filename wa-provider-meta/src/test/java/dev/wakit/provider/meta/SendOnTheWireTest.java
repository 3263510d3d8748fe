package dev.wakit.provider.meta;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.SenderId;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure.Kind;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
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

    private static final String ACCEPTED = """
            {"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],
             "messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQy"}]}""";
    private static final String HTML = "<html><body>Bad gateway</body></html>";

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;

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
    void postsOnceWithTheTokenInAHeader() throws Exception {
        server.enqueue(json(200, ACCEPTED));

        SendOutcome outcome = send();

        assertThat(outcome).isEqualTo(new Accepted(MessageId.of("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQy"), false));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/v25.0/106540352242922/messages");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Requests.TOKEN);
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("wakit/0.1.0");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void sendsFromTheSenderOfTheRequest() throws Exception {
        server.enqueue(json(200, ACCEPTED));

        provider.send(SendRequest.builder(SenderId.of("42"), Requests.PERSON, TextMessage.of("Hi"))
                        .build())
                .toCompletableFuture()
                .get(90, SECONDS);

        assertThat(server.takeRequest().getTarget()).isEqualTo("/v25.0/42/messages");
    }

    @Test
    void refusesASenderThatCouldLeadElsewhere() {
        var request = SendRequest.builder(SenderId.of("../debug_token"), Requests.PERSON, TextMessage.of("Hi"))
                .build();

        assertThatThrownBy(() -> provider.send(request)).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 421, 425, 499, 500, 502, 503, 504})
    void doesNotRepeatAPostThatAskedForIt(int status) throws Exception {
        server.enqueue(
                json(status, HTML).newBuilder().setHeader("Retry-After", "0").build());
        server.enqueue(json(200, ACCEPTED));

        SendOutcome outcome = send();

        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(((Ambiguous) outcome).failure().httpStatus()).isEqualTo(status);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void doesNotFollowARedirect(int status) throws Exception {
        server.enqueue(json(status, "")
                .newBuilder()
                .setHeader("Location", server.url("/elsewhere"))
                .build());
        server.enqueue(json(200, ACCEPTED));

        assertFailure(send(), Kind.UNREADABLE);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void doesNotAnswerAnAuthenticationChallenge() throws Exception {
        server.enqueue(json(401, HTML)
                .newBuilder()
                .setHeader("WWW-Authenticate", "Basic realm=\"proxy\"")
                .build());
        server.enqueue(json(200, ACCEPTED));

        assertFailure(send(), Kind.UNREADABLE);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isAmbiguousWhenTheConnectionClosesWithoutAnAnswer() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(200, ACCEPTED));

        assertFailure(send(), Kind.CONNECTION_LOST);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isAmbiguousWhenTheConnectionClosesWhileTheRequestIsRead() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(200, ACCEPTED));

        assertFailure(send(), Kind.CONNECTION_LOST);
        // The socket closes before the server counts the request.
        awaitOneRequest();
    }

    @Test
    void doesNotRepeatAPostOnAPooledConnectionThatTheServerGivesUp() throws Exception {
        server.enqueue(json(200, ACCEPTED));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(200, ACCEPTED));
        send();
        server.takeRequest();

        assertFailure(send(), Kind.CONNECTION_LOST);
        assertThat(server.takeRequest().getExchangeIndex())
                .as("the pooled connection")
                .isOne();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void isAmbiguousWhenNoAnswerComesInTime() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        server.enqueue(json(200, ACCEPTED));

        assertFailure(sendHastily(), Kind.TIMEOUT);
        awaitOneRequest();
    }

    @Test
    void isAmbiguousWhenASuccessStallsBeforeItsBody() throws Exception {
        server.enqueue(json(200, ACCEPTED).newBuilder().bodyDelay(1, MINUTES).build());

        assertFailure(sendHastily(), Kind.UNREADABLE);
        awaitOneRequest();
    }

    @Test
    void isAmbiguousWhenASuccessIsCutOff() throws Exception {
        server.enqueue(json(200, ACCEPTED)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(200, ACCEPTED));

        assertFailure(send(), Kind.UNREADABLE);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                HTML,
                "{\"messages\":[]}",
                "{\"messages\":[{\"id\":\"\"}]}",
                "{\"messages\":[{\"id\""
            })
    void isAmbiguousWhenASuccessHasNoReadableId(String body) throws Exception {
        server.enqueue(json(200, body));

        assertFailure(send(), Kind.UNREADABLE);
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() throws Exception {
        var endless = new Buffer()
                .writeUtf8("{\"messages\":[{\"id\":\"")
                .writeUtf8("x".repeat(2_000_000))
                .writeUtf8("\"}]}");
        server.enqueue(new MockResponse.Builder().code(200).body(endless).build());

        assertFailure(send(), Kind.UNREADABLE);
    }

    @Test
    void isRejectedWithTheErrorOfTheBody() throws Exception {
        server.enqueue(json(400, error(132000, "Number of parameters does not match")));

        SendOutcome outcome = send();

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).error().code()).isEqualTo("132000");
        assertThat(((Rejected) outcome).error().httpStatus()).isEqualTo(400);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void isNotSentWhenNobodyListens() throws Exception {
        // Bound, so that nobody else takes the port meanwhile, and not listening.
        try (var deaf = new Socket()) {
            deaf.bind(new InetSocketAddress("127.0.0.1", 0));
            try (var unreachable = Requests.provider(server)
                    .baseUrl(URI.create("http://127.0.0.1:" + deaf.getLocalPort()))
                    .build()) {
                assertNotSent(unreachable.send(Requests.text()), Kind.CONNECT);
            }
        }
    }

    @Test
    void isNotSentWhenTheServerSpeaksNoTls() throws Exception {
        try (var provider = Requests.provider(server)
                .baseUrl(URI.create("https://127.0.0.1:" + server.getPort()))
                .build()) {
            assertNotSent(provider.send(Requests.text()), Kind.TLS);
        }
    }

    @Test
    void isNotSentAfterClose() throws Exception {
        provider.close();
        provider.close();

        assertNotSent(provider.send(Requests.text()), Kind.CLOSED);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void isNotSentWhenNoSlotFreesUpInTime() throws Exception {
        var isHeard = new CountDownLatch(1);
        var isOver = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                isHeard.await();
                return json(200, ACCEPTED);
            }
        });
        Duration limit = Duration.ofSeconds(1);

        try (var narrow =
                Requests.provider(server).maxInFlight(1).totalTimeout(limit).build()) {
            // Whoever hears an answer keeps its slot until he has heard it.
            var first = narrow.send(Requests.text()).toCompletableFuture().thenRun(() -> await(isOver));
            isHeard.countDown();
            var second = narrow.send(Requests.text());
            long sent = System.nanoTime();
            while (System.nanoTime() - sent <= limit.toNanos()) {
                Thread.onSpinWait();
            }
            isOver.countDown();

            assertNotSent(second, Kind.TIMEOUT);
            first.get(90, SECONDS);
        }
        awaitOneRequest();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answersWhatIsInFlightWhenItIsClosed() throws Exception {
        server.enqueue(
                json(200, ACCEPTED).newBuilder().headersDelay(300, MILLISECONDS).build());
        var future = provider.send(Requests.text()).toCompletableFuture();
        server.takeRequest();

        provider.close();

        assertThat(future.get(90, SECONDS)).isInstanceOf(Accepted.class);
    }

    @Test
    void makesOneRequestASendWithManyAtOnce() throws Exception {
        var futures = new ArrayList<CompletableFuture<SendOutcome>>();
        for (int i = 0; i < 200; i++) {
            server.enqueue(json(200, ACCEPTED));
        }

        for (int i = 0; i < 200; i++) {
            futures.add(provider.send(Requests.text()).toCompletableFuture());
        }

        for (CompletableFuture<SendOutcome> future : futures) {
            assertThat(future.get(90, SECONDS)).isInstanceOf(Accepted.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(200);
    }

    @Test
    void showsTheTokenNowhere() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(401, error(190, "Error validating access token " + Requests.TOKEN)));

        List<String> texts = List.of(
                send().toString(),
                send().toString(),
                provider.toString(),
                Requests.text().toString());

        assertThat(texts).noneMatch(text -> text.contains(Requests.TOKEN));
        assertThat(server.takeRequest().getTarget()).doesNotContain(Requests.TOKEN);
    }

    private SendOutcome send() throws Exception {
        return provider.send(Requests.text()).toCompletableFuture().get(90, SECONDS);
    }

    /** For a server that keeps its answer to itself. */
    private SendOutcome sendHastily() throws Exception {
        try (var hasty =
                Requests.provider(server).totalTimeout(Duration.ofSeconds(2)).build()) {
            return hasty.send(Requests.text()).toCompletableFuture().get(90, SECONDS);
        }
    }

    /** The client may be done with a request before the server has counted it. */
    private void awaitOneRequest() throws InterruptedException {
        assertThat(server.takeRequest(60, SECONDS)).isNotNull();
        assertThat(server.getRequestCount()).isOne();
    }

    private static void assertNotSent(CompletionStage<SendOutcome> sending, Kind kind) throws Exception {
        SendOutcome outcome = sending.toCompletableFuture().get(90, SECONDS);
        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(((NotSent) outcome).failure().kind()).isEqualTo(kind);
    }

    private static void assertFailure(SendOutcome outcome, Kind kind) {
        assertThat(outcome).isInstanceOf(Ambiguous.class);
        assertThat(((Ambiguous) outcome).failure().kind()).isEqualTo(kind);
    }

    private static String error(int code, String message) {
        return "{\"error\":{\"message\":\"(#" + code + ") " + message + "\",\"type\":\"OAuthException\",\"code\":"
                + code + ",\"fbtrace_id\":\"Az8or2yhqkZfEZ\"}}";
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
