package dev.wakit.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.TransportFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for each kind of call, and what is read of the answer. */
class HttpCallsTest {

    private final MockWebServer server = new MockWebServer();
    private HttpTransport transport;
    private URI url;

    @BeforeEach
    void start() throws Exception {
        server.start();
        url = server.url("/edge").uri();
        transport = HttpTransport.create(HttpSettings.builder("test")
                .totalTimeout(Duration.ofSeconds(10))
                .maxInFlight(2)
                .build());
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @Test
    void sendsAFormWithEveryCharacterEscaped() throws Exception {
        answer(201, "{}");

        transport
                .send(HttpCall.post(
                        url,
                        HttpBody.form(List.of(
                                Map.entry("To", "whatsapp:+14155550123"),
                                Map.entry("Body", "a&b=c é 👋"),
                                Map.entry("Tag", "1"),
                                Map.entry("Tag", "2")))))
                .get(10, SECONDS);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8())
                .isEqualTo("To=whatsapp%3A%2B14155550123&Body=a%26b%3Dc+%C3%A9+%F0%9F%91%8B&Tag=1&Tag=2");
    }

    @Test
    void carriesTheHeadersOfTheCall() throws Exception {
        answer(200, "{}");
        String basic = "Basic " + Base64.getEncoder().encodeToString("user:secret".getBytes(UTF_8));

        transport.execute(HttpCall.get(url).header("Authorization", basic).header("Accept", "text/csv"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(basic);
        assertThat(request.getHeaders().values("Accept")).containsExactly("text/csv");
        assertThat(request.getHeaders().get("User-Agent")).startsWith("wakit/");
    }

    @ParameterizedTest
    @EnumSource(value = HttpCall.Method.class, names = "GET", mode = EnumSource.Mode.EXCLUDE)
    void everyMethodGoesWithAndWithoutABody(HttpCall.Method method) throws Exception {
        answer(200, "{}");
        answer(200, "{}");

        transport.execute(HttpCall.of(method, url, HttpBody.none()));
        transport.execute(HttpCall.of(method, url, HttpBody.json("[1]".getBytes(UTF_8))));

        RecordedRequest bare = server.takeRequest();
        assertThat(bare.getMethod()).isEqualTo(method.name());
        assertThat(bare.getHeaders().get("Content-Type")).isNull();
        RecordedRequest full = server.takeRequest();
        assertThat(full.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(full.getBody().utf8()).isEqualTo("[1]");
    }

    @Test
    void aGetHasNoBody() {
        assertThatThrownBy(() -> HttpCall.of(HttpCall.Method.GET, url, HttpBody.json(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET has no body");
        assertThatThrownBy(() -> HttpCall.get(url).body(HttpBody.json(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET has no body");
    }

    @Test
    void anotherBodyKeepsTheRestOfTheCall() throws Exception {
        answer(200, "{}");
        var first = HttpCall.post(url, HttpBody.json(new byte[0])).header("Accept", "text/csv");

        transport.execute(first.body(HttpBody.json("[1]".getBytes(UTF_8))));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().values("Accept")).containsExactly("text/csv");
        assertThat(request.getBody().utf8()).isEqualTo("[1]");
        assertThat(request.getUrl().uri()).isEqualTo(url);
    }

    @Test
    void streamsRawBytesAndFormsWithAFile() throws Exception {
        answer(200, "{}");
        answer(200, "{}");
        byte[] bytes = "picture".getBytes(UTF_8);
        var file = new HttpBody.File("a\"\r\nb.png", "image/png", -1, () -> new ByteArrayInputStream(bytes));

        transport.execute(HttpCall.post(url, new HttpBody.Raw(file)));
        transport.execute(HttpCall.post(url, new HttpBody.Multipart(List.of(Map.entry("type", "x")), "file", file)));

        RecordedRequest raw = server.takeRequest();
        assertThat(raw.getHeaders().get("Content-Type")).isEqualTo("image/png");
        assertThat(raw.getBody().utf8()).isEqualTo("picture");
        assertThat(server.takeRequest().getBody().utf8())
                .contains("name=\"type\"", "filename=\"a___b.png\"", "Content-Type: image/png", "picture");
    }

    @Test
    void repeatsNothingThoughTheServerAsksForItAtOnceAndTellsThatItAsked() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", "0")
                    .body("{}")
                    .build());
        }

        var answer = (HttpAnswer.Response) transport.execute(HttpCall.get(url));
        transport.execute(HttpCall.delete(url));

        assertThat(answer.headers().first("retry-after")).contains("0");
        assertThat(answer.headers().retryAfter(() -> Instant.EPOCH)).contains(Duration.ZERO);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 408, 421, 429, 500, 503})
    void answersEveryStatusAsItIs(int status) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .body("{\"a\":1}")
                .build());

        HttpAnswer answer =
                transport.send(HttpCall.post(url, HttpBody.json(Json.object()))).get(10, SECONDS);

        assertThat(((HttpAnswer.Response) answer).status()).isEqualTo(status);
        assertThat(((HttpAnswer.Response) answer).json().map(JsonNode::toString))
                .contains("{\"a\":1}");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void readsNoMoreOfAnAnswerThanTheCallAllows() {
        answer(200, "{\"a\":1}");
        answer(200, "{\"a\":1}");

        var fits = (HttpAnswer.Response) transport.execute(HttpCall.get(url).maxAnswerBytes(7));
        var tooLong = (HttpAnswer.Response) transport.execute(HttpCall.get(url).maxAnswerBytes(6));

        assertThat(fits.body().text()).contains("{\"a\":1}");
        assertThat(tooLong.body().bytes()).isEmpty();
        assertThat(tooLong.json()).isEmpty();
        assertThat(tooLong.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"se\ncret", "se\rcret", "sécret", "se\u0000cret"})
    void refusesAHeaderThatHttpCannotCarryWithoutShowingIt(String value) {
        assertThatThrownBy(() -> HttpCall.get(url).header("X-Api-Key", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Api-Key")
                .hasMessageNotContaining("cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/x", "relative/path", "mailto:somebody@example.org"})
    void goesNowhereButOverHttp(String address) {
        assertThatThrownBy(() -> HttpCall.get(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an address of http or https")
                .hasMessageNotContaining("somebody");
    }

    @Test
    void usesConnectionsAgainAndNeverMoreThanMaxInFlight() throws Exception {
        for (int i = 0; i < 20; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("{}")
                    .headersDelay(10, MILLISECONDS)
                    .build());
        }
        var sent = new ArrayList<CompletableFuture<HttpAnswer>>();
        for (int i = 0; i < 20; i++) {
            sent.add(transport.send(HttpCall.post(url, HttpBody.none())));
        }
        for (CompletableFuture<HttpAnswer> one : sent) {
            assertThat(one.get(10, SECONDS)).isInstanceOf(HttpAnswer.Response.class);
        }

        var connections = new HashSet<Integer>();
        for (int i = 0; i < 20; i++) {
            connections.add(server.takeRequest().getConnectionIndex());
        }
        assertThat(connections).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void goesThroughTheProxyThatTheSettingsChoose() throws Exception {
        answer(200, "{}");
        var proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", server.getPort()));
        var settings = HttpSettings.builder("test").proxies(always(proxy)).build();
        try (var proxied = HttpTransport.create(settings)) {
            proxied.execute(HttpCall.get(URI.create("http://somewhere.invalid/edge")));
        }

        assertThat(server.takeRequest().getRequestLine()).startsWith("GET http://somewhere.invalid/edge ");
    }

    private static ProxySelector always(Proxy proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // The call itself fails then.
            }
        };
    }

    @Test
    void sendsNothingOnceItIsClosed() throws Exception {
        transport.close();

        var sent = (HttpAnswer.Broken)
                transport.send(HttpCall.post(url, HttpBody.none())).get(10, SECONDS);
        var executed = (HttpAnswer.Broken) transport.execute(HttpCall.get(url));
        var fetched = (HttpDownload.Failed) transport.fetch(url, any -> Optional.of(Map.of()));

        assertThat(List.of(sent, executed, fetched.answer()))
                .allSatisfy(answer ->
                        assertThat(((HttpAnswer.Broken) answer).requestBegun()).isFalse());
        assertThat(sent.failure().kind()).isEqualTo(Kind.CLOSED);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void showsNoSecretAndNoPersonalData() {
        HttpCall call = HttpCall.post(
                        URI.create("https://host.example/hidden?p=hidden"),
                        HttpBody.form(List.of(Map.entry("To", "hidden"))))
                .header("Authorization", "hidden");
        var answer = new HttpAnswer.Response(
                200, ResponseHeaders.of(Map.of("a", List.of("hidden"))), ResponseBody.of("hidden".getBytes(UTF_8)));
        var file = new HttpBody.File("hidden", "image/png", 1, () -> new ByteArrayInputStream(new byte[1]));
        var form = new HttpBody.Multipart(List.of(Map.entry("a", "hidden")), "file", file);

        assertThat(List.of(call, call.body(), answer, form, new HttpBody.Raw(file), RequestUrl.of(call.url())))
                .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain("hidden"));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
