package dev.wakit.provider.meta;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.error.Disposition;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendOutcome.Ambiguous;
import dev.wakit.provider.SendOutcome.Rejected;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a BSP may do to a whole campaign: each attempt is judged as it should be, and is on the wire exactly once. */
class ProviderScriptsTest {

    private static final int ATTEMPTS = 40;
    /** For a server that keeps an answer, or the rest of it, to itself; all others are waited for with patience. */
    private static final Duration HASTY = Duration.ofSeconds(2);

    private static final Pattern TOKEN = Pattern.compile("\"biz_opaque_callback_data\":\"([^\"]+)\"");
    private static final String ACCEPTED = """
            {"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],
             "messages":[{"id":"wamid.%s"}]}""";
    private static final String HTML = "<html><body>Bad gateway</body></html>";

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    private MetaProvider provider(Duration limit) {
        return Requests.provider(server)
                .totalTimeout(limit)
                .maxInFlight(ATTEMPTS)
                .build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                script("429 storm with a Graph error", response(429, error(130429)), throttled("130429")),
                script("429 storm of an edge, without a reason", response(429, HTML), throttled("429")),
                script("80007 with status 400", response(400, error(80007)), throttled("80007")),
                script("500 for long", response(500, ""), ambiguous(Kind.SERVER_ERROR)),
                script("502 page of a proxy for long", response(502, HTML), ambiguous(Kind.SERVER_ERROR)),
                script("503 with a Graph error for long", response(503, error(131016)), ambiguous(Kind.SERVER_ERROR)),
                hasty(
                        "latency beyond the limit",
                        response(200, ACCEPTED)
                                .newBuilder()
                                .headersDelay(1, MINUTES)
                                .build(),
                        ambiguous(Kind.TIMEOUT)),
                script(
                        "latency within the limit",
                        response(200, ACCEPTED)
                                .newBuilder()
                                .headersDelay(150, MILLISECONDS)
                                .build(),
                        accepted()),
                hasty(
                        "slow loris: a byte now and then",
                        response(200, ACCEPTED)
                                .newBuilder()
                                .throttleBody(1, 100, MILLISECONDS)
                                .build(),
                        ambiguous(Kind.UNREADABLE)),
                script(
                        "reset after the full request",
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build(),
                        ambiguous(Kind.CONNECTION_LOST)),
                script("JSON cut off", response(200, "{\"messages\":[{\"id\":\"wam"), ambiguous(Kind.UNREADABLE)),
                script("200 with a page", response(200, HTML), ambiguous(Kind.UNREADABLE)),
                script(
                        "redirect",
                        response(307, "")
                                .newBuilder()
                                .setHeader("Location", "/elsewhere")
                                .build(),
                        ambiguous(Kind.UNREADABLE)),
                script("an error object with 408", response(408, error(1)), ambiguous(Kind.SERVER_ERROR)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void everyAttemptIsJudgedAndOnTheWireOnce(
            String name, Duration limit, MockResponse answer, BiConsumer<MetaProvider, SendOutcome> expected)
            throws Exception {
        provider = provider(limit);
        server.setDispatcher(new Script(answer));
        var futures = new LinkedHashMap<String, CompletableFuture<SendOutcome>>();

        for (int i = 1; i <= ATTEMPTS; i++) {
            futures.put("attempt-" + i, send("attempt-" + i));
        }

        for (CompletableFuture<SendOutcome> future : futures.values()) {
            expected.accept(provider, future.get(90, SECONDS));
        }
        Map<String, Integer> posts = posts(ATTEMPTS);
        assertThat(posts.keySet()).containsExactlyInAnyOrderElementsOf(futures.keySet());
        assertThat(posts.values()).allMatch(count -> count == 1);
        assertThat(server.getRequestCount()).isEqualTo(ATTEMPTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void theNextAttemptIsAcceptedWhenTheBspIsWellAgain(
            String name, Duration limit, MockResponse answer, BiConsumer<MetaProvider, SendOutcome> expected)
            throws Exception {
        provider = provider(limit);
        server.setDispatcher(new Script(answer));
        expected.accept(provider, send("attempt-1").get(90, SECONDS));
        server.setDispatcher(new Script(response(200, ACCEPTED)));

        assertThat(send("attempt-2").get(90, SECONDS)).isInstanceOf(Accepted.class);
        assertThat(posts(2)).isEqualTo(Map.of("attempt-1", 1, "attempt-2", 1));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private CompletableFuture<SendOutcome> send(String token) {
        return provider.send(SendRequest.builder(SenderId.of(Requests.SENDER), Requests.PERSON, TextMessage.of("Hello"))
                        .callbackData(token)
                        .build())
                .toCompletableFuture();
    }

    /** How often each attempt was posted, of so many requests. The client may give up before the server has counted one. */
    private Map<String, Integer> posts(int requests) throws InterruptedException {
        var posts = new HashMap<String, Integer>();
        for (int i = 0; i < requests; i++) {
            RecordedRequest request = server.takeRequest(60, SECONDS);
            assertThat(request).as("request %d", i + 1).isNotNull();
            Matcher token = TOKEN.matcher(
                    request.getBody() == null ? "" : request.getBody().utf8());
            posts.merge(token.find() ? token.group(1) : "a request without a token", 1, Integer::sum);
        }
        return posts;
    }

    /** Answers all in the same way. */
    private static final class Script extends Dispatcher {

        private final MockResponse answer;

        Script(MockResponse answer) {
            this.answer = answer;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return answer;
        }
    }

    private static Arguments script(String name, MockResponse answer, BiConsumer<MetaProvider, SendOutcome> expected) {
        return Arguments.of(name, Requests.PATIENCE, answer, expected);
    }

    private static Arguments hasty(String name, MockResponse answer, BiConsumer<MetaProvider, SendOutcome> expected) {
        return Arguments.of(name, HASTY, answer, expected);
    }

    private static BiConsumer<MetaProvider, SendOutcome> accepted() {
        return (provider, outcome) -> assertThat(outcome).isInstanceOf(Accepted.class);
    }

    private static BiConsumer<MetaProvider, SendOutcome> ambiguous(Kind kind) {
        return (provider, outcome) -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.failure().kind()).isEqualTo(kind));
    }

    private static BiConsumer<MetaProvider, SendOutcome> throttled(String code) {
        return (provider, outcome) -> assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.error().code()).isEqualTo(code);
            assertThat(provider.errors().ruleFor(rejected.error()).disposition())
                    .isEqualTo(Disposition.THROTTLE_LANE);
        });
    }

    private static String error(int code) {
        return "{\"error\":{\"message\":\"(#" + code + ") Refused\",\"type\":\"OAuthException\",\"code\":" + code
                + ",\"fbtrace_id\":\"Az8or2yhqkZfEZ\"}}";
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
