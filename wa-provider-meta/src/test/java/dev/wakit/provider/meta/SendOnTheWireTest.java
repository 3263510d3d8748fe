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
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular of Meta; the rest is in the provider contract. */
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

    @Test
    void isAmbiguousWhenASuccessStallsBeforeItsBody() throws Exception {
        server.enqueue(json(200, ACCEPTED).newBuilder().bodyDelay(1, MINUTES).build());

        assertFailure(sendHastily(), Kind.UNREADABLE);
        awaitOneRequest();
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

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
