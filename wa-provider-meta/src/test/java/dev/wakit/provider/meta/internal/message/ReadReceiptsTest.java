package dev.wakit.provider.meta.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.AuthenticationException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.message.MessageId;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadReceiptsTest {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);
    private static final MessageId RECEIVED = MessageId.of("wamid.HBgLMTY1");

    private final MockWebServer server = new MockWebServer();
    private MetaProvider provider;

    @BeforeEach
    void start() throws IOException {
        server.start();
        provider = Requests.provider(server).build();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void aReceiptIsAsItsGoldenFile() throws Exception {
        answer(200, "{\"success\":true}");

        provider.markRead(SENDER, RECEIVED);

        assertThat(body(server.takeRequest())).isEqualTo(golden("receipt-read"));
    }

    @Test
    void aTypingIndicatorIsAsItsGoldenFile() throws Exception {
        answer(200, "{\"success\":true}");

        provider.showTyping(SENDER, RECEIVED);

        assertThat(body(server.takeRequest())).isEqualTo(golden("receipt-typing"));
    }

    @Test
    void isTriedAgainWhileTheFaultMayPass() {
        answer(503, "<html>busy</html>");
        answer(500, "{\"error\":{\"code\":131000}}");
        answer(200, "{\"success\":true}");

        assertThatCode(() -> provider.markRead(SENDER, RECEIVED)).doesNotThrowAnyException();
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void givesUpAfterTheThirdTry() {
        for (int i = 0; i < 4; i++) {
            answer(503, "");
        }

        assertThatThrownBy(() -> provider.markRead(SENDER, RECEIVED)).isInstanceOf(ProviderUnavailableException.class);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"400,131009", "400,130429", "401,190"})
    void aRefusalIsNotTriedAgain(int status, int code) {
        answer(status, "{\"error\":{\"code\":" + code + ",\"message\":\"+16505551234\"}}");

        assertThatThrownBy(() -> provider.markRead(SENDER, RECEIVED))
                .isInstanceOf(
                        switch (code) {
                            case 190 -> AuthenticationException.class;
                            case 130429 -> RateLimitedException.class;
                            default -> RequestRefusedException.class;
                        })
                .hasMessageContaining(String.valueOf(code))
                .hasMessageNotContaining("1650");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRefusalRepeatsWhatMetaSays() {
        answer(400, "{\"error\":{\"code\":131009,\"error_data\":{\"details\":\"message_id is not of +16505551234\"}}}");

        assertThatThrownBy(() -> provider.markRead(SENDER, RECEIVED))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("Meta says: \"message_id is not of [number]\".");
    }

    @Test
    void isTriedAgainWhenMetaCallsTheFaultTransient() {
        answer(400, "{\"error\":{\"code\":4711,\"is_transient\":true}}");
        answer(200, "{\"success\":true}");

        assertThatCode(() -> provider.markRead(SENDER, RECEIVED)).doesNotThrowAnyException();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static JsonNode body(RecordedRequest request) {
        return Json.parse(Objects.requireNonNull(request.getBody()).toByteArray())
                .orElseThrow();
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = ReadReceiptsTest.class.getResourceAsStream("/wire/" + name + ".json")) {
            return Json.parse(Objects.requireNonNull(file, name).readAllBytes()).orElseThrow();
        }
    }
}
