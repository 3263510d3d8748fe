package dev.wakit.provider.meta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.ApiUsage;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;
import dev.wakit.provider.meta.internal.http.TransportSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphApiTest {

    private static final String TOKEN = "EAAG-token";
    private static final GraphRequest PHONE = GraphRequest.to("1234");
    private static final JsonNode EMPTY = Json.object();

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private GraphTransport transport;
    private GraphApi api;

    @BeforeEach
    void start() throws Exception {
        server.start();
        var settings = new TransportSettings(
                server.url("/").uri(),
                server.url("/versionless").uri(),
                "v25.0",
                TOKEN,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                8,
                Optional.of("app-secret"),
                Optional.empty());
        transport = GraphTransport.create(settings, now::get);
        api = new GraphApi(transport, MetaProvider.defaultErrors(), now::get, Duration.ofMillis(1));
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @Test
    void readsAgainAfterAServerFault() {
        answer(503, "<html>busy</html>");
        answer(500, "{\"error\":{\"code\":2,\"message\":\"Service temporarily unavailable\"}}");
        answer(200, "{\"id\":\"1234\"}");

        assertThat(api.get(PHONE).path("id").asText()).isEqualTo("1234");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void readsAgainWhenMetaCallsTheFaultTransient() {
        answer(400, "{\"error\":{\"code\":4711,\"is_transient\":true,\"message\":\"try again\"}}");
        answer(200, "{\"id\":\"1234\"}");

        assertThat(api.get(PHONE).path("id").asText()).isEqualTo("1234");
    }

    @Test
    void anObjectThatIsNotThereIsNotTakenForTheNumber() {
        answer(
                400,
                "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"Unsupported post request. Object with ID '4711' does not"
                        + " exist, cannot be loaded due to missing permissions\"}}");

        assertThatThrownBy(() -> api.post(PHONE, EMPTY))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContainingAll("100/33", "Check the id", "assigned to the system user")
                .hasMessageNotContaining("phone number");
    }

    @Test
    void givesUpReadingAfterThreeTimes() {
        answer(503, "");
        answer(503, "");
        answer(503, "");

        assertThatThrownBy(() -> api.get(PHONE))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("HTTP 503");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void neverRepeatsAChange() {
        answer(503, "<html>busy</html>");

        assertThatThrownBy(() -> api.post(PHONE, EMPTY))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("HTTP 503");
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"500, 2", "500, 131000", "400, 1", "503, 131057"})
    void aFaultInTheMiddleOfAChangeIsUnknown(int status, int code) {
        answer(status, "{\"error\":{\"code\":" + code + ",\"message\":\"a fault\"}}");

        assertThatThrownBy(() -> api.post(PHONE, EMPTY)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void repeatsNoChangeEvenWhenTheServerAsksForItAtOnce() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", "0")
                    .build());
        }

        assertThatThrownBy(() -> api.delete(PHONE)).isInstanceOf(OutcomeUnknownException.class);
        GraphCall withoutBody = new GraphCall(HttpCall.Method.POST, GraphCall.Host.GRAPH, PHONE, Optional.empty());
        assertThatThrownBy(() -> api.call(withoutBody)).isInstanceOf(OutcomeUnknownException.class);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aChangeWhoseAnswerIsLostIsUnknown() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> api.delete(PHONE))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Read the present state");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void aChangeThatNeverLeftIsNotUnknown() {
        server.close();

        assertThatThrownBy(() -> api.post(PHONE, EMPTY))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("could not be reached");
    }

    @Test
    void aSuccessThatCannotBeReadIsUnknownForAChange() {
        answer(200, "<html>a proxy</html>");

        assertThatThrownBy(() -> api.post(PHONE, EMPTY)).isInstanceOf(OutcomeUnknownException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "190, dev.wakit.AuthenticationException",
        "10, dev.wakit.AuthenticationException",
        "80007, dev.wakit.RateLimitedException",
        "132001, dev.wakit.TemplateException",
        "100, dev.wakit.RequestRefusedException",
    })
    void aRefusalIsNamedByWhatToDo(String code, Class<?> type) {
        answer(400, "{\"error\":{\"code\":" + code + ",\"message\":\"no\"}}");

        assertThat(catchThrowable(() -> api.post(PHONE, EMPTY)))
                .isInstanceOf(type)
                .hasMessageContaining(code);
    }

    @Test
    void tellsWhatMetaSaysButNoNumber() {
        answer(
                400,
                "{\"error\":{\"code\":100,\"error_subcode\":2388024,\"message\":\"Invalid parameter\","
                        + "\"error_user_msg\":\"The user +1 (415) 555-0123 is not known\"}}");

        assertThatThrownBy(() -> api.post(PHONE, EMPTY))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("100/2388024")
                .hasMessageContaining("The user [number] is not known")
                .hasMessageNotContaining("555");
    }

    @Test
    void provesTheAppSecretWithTheTokenOfTheMoment() throws Exception {
        answer(200, "{}");
        answer(200, "{}");

        api.get(PHONE);
        transport.replaceAccessToken("EAAG-other");
        api.get(PHONE);

        // Computed with: printf EAAG-token | openssl dgst -sha256 -hmac app-secret
        assertThat(server.takeRequest().getUrl().queryParameter("appsecret_proof"))
                .isEqualTo("d402b447efc46005b36c8e1f71fb619235c471fc7a8348fa3529923d2f42f4d4");
        assertThat(server.takeRequest().getUrl().queryParameter("appsecret_proof"))
                .isEqualTo("af78b1f9e36df2a2dc0e0442fd1193bdf738e64552ac52fa4f90cd6bd2e0019c");
    }

    @Test
    void knowsTwoHosts() throws Exception {
        answer(200, "{}");
        answer(200, "{}");

        api.get(PHONE);
        api.call(GraphCall.get(GraphRequest.to("99", "parent-bsuid-accounts")).at(GraphCall.Host.API));

        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/v25.0/1234");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/versionless/99/parent-bsuid-accounts");
    }

    @Test
    void readsAListingPageByPage() throws Exception {
        answer(200, "{\"data\":[{\"id\":1}],\"paging\":{\"cursors\":{\"after\":\"a\"},\"next\":\"https://x\"}}");
        answer(200, "{\"data\":[{\"id\":2}],\"paging\":{\"cursors\":{\"after\":\"b\"}}}");

        List<Integer> ids = api.list(
                new GraphRequest(List.of("1234", "message_templates"), Map.of("limit", "1")),
                node -> Optional.of(node.path("id").asInt()));

        assertThat(ids).containsExactly(1, 2);
        assertThat(server.takeRequest().getUrl().queryParameter("after")).isNull();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getUrl().queryParameter("after")).isEqualTo("a");
        assertThat(second.getUrl().queryParameter("limit")).isEqualTo("1");
    }

    @Test
    void streamsAFileInAForm() throws Exception {
        answer(200, "{\"id\":\"media\"}");
        byte[] bytes = "picture".getBytes(StandardCharsets.UTF_8);
        var file = new HttpBody.File("a\"\r\nb.png", "image/png", bytes.length, () -> new ByteArrayInputStream(bytes));

        api.call(GraphCall.post(
                GraphRequest.to("1234", "media"),
                new HttpBody.Multipart(List.of(Map.entry("messaging_product", "whatsapp")), "file", file)));

        String body = server.takeRequest().getBody().utf8();
        assertThat(body)
                .contains("name=\"messaging_product\"", "whatsapp", "filename=\"a___b.png\"", "Content-Type: image/png")
                .contains("picture");
    }

    @Test
    void aFileThatChangedItsLengthIsNotSentWhole() {
        answer(200, "{\"id\":\"media\"}");
        var file = new HttpBody.File("a.png", "image/png", 100, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> api.call(GraphCall.post(
                        GraphRequest.to("1234", "media"), new HttpBody.Multipart(List.of(), "file", file))))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void tellsTheUsageThatMetaTold() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader("X-App-Usage", "{\"call_count\":28,\"total_time\":25,\"total_cputime\":20}")
                .addHeader(
                        "X-Business-Use-Case-Usage",
                        "{\"102\":[{\"type\":\"whatsapp\",\"call_count\":10,\"total_cputime\":60,\"total_time\":5,"
                                + "\"estimated_time_to_regain_access\":0}]}")
                .body("{}")
                .build());

        api.get(PHONE);

        assertThat(transport.usage()).contains(new ApiUsage(28, 25, 60, Duration.ZERO, now.get()));
    }

    @Test
    void unreadableUsageIsNoUsage() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader("X-App-Usage", "[1]")
                .addHeader("X-Business-Use-Case-Usage", "not json")
                .body("{}")
                .build());

        api.get(PHONE);

        assertThat(transport.usage()).isEmpty();
    }

    @Test
    void callsNothingUntilTheBudgetIsRegained() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader(
                        "X-Business-Use-Case-Usage",
                        "{\"102\":[{\"type\":\"whatsapp\",\"call_count\":100,\"total_cputime\":1,\"total_time\":1,"
                                + "\"estimated_time_to_regain_access\":7}]}")
                .body("{}")
                .build());
        api.get(PHONE);

        assertThatThrownBy(() -> api.get(PHONE))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("2026-11-21T10:07:00Z");
        assertThat(server.getRequestCount()).isOne();

        now.set(now.get().plus(Duration.ofMinutes(20)));
        answer(200, "{\"id\":\"1234\"}");
        assertThat(api.get(PHONE).path("id").asText()).isEqualTo("1234");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "80, 0", "90, 2500", "100, 5000", "250, 5000"})
    void waitsLongerTheMoreIsUsed(int percent, long millis) {
        var usage = new ApiUsage(percent, 0, 0, Duration.ZERO, now.get());

        assertThat(Budget.wait(usage, now.get())).isEqualTo(Duration.ofMillis(millis));
        assertThat(Budget.wait(usage, now.get().plus(Duration.ofMinutes(6)))).isEqualTo(Duration.ZERO);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
