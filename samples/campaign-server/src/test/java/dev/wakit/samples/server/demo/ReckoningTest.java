package dev.wakit.samples.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo finds when the two sides do not tell the same. */
class ReckoningTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> ledger = new ArrayList<>();
    private final List<String> deliveries = new ArrayList<>();
    private HttpServer both;
    private DemoHttp http;

    @BeforeEach
    void start() throws IOException {
        both = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/_simulator/ledger", () -> "{\"accepted\": [" + String.join(",", ledger) + "]}");
        answer("/api/campaigns/c/deliveries", () -> "{\"deliveries\": [" + String.join(",", deliveries) + "]}");
        both.start();
        http = new DemoHttp(URI.create("http://127.0.0.1:" + both.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        both.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "read, READ",
        "delivered, DELIVERED",
        "sent, SENT",
        "failed, FAILED",
        "undelivered, FAILED",
        "accepted, ACCEPTED",
        "queued, ACCEPTED",
        "read, UNKNOWN"
    })
    void agreesWhenTheStateIsTheLastOneOfTheMessage(String end, String state) throws IOException {
        accepted("1", end);
        delivery("1", state, true);

        Reckoning reckoning = reckon(1);

        assertThat(reckoning.unsettled()).isZero();
        assertThat(OnceRun.judge(campaign(1, state, 1), reckoning)).isTrue();
    }

    @Test
    void waitsWhileAStateIsNotTheLastOne() throws IOException {
        accepted("1", "read");
        delivery("1", "SENT", true);

        assertThat(reckon(1).unsettled()).isOne();
    }

    @Test
    void findsWhoGotItTwice() throws IOException {
        accepted("1", "read");
        accepted("1", "read");
        delivery("1", "READ", true);
        accepted("2", "undelivered");
        accepted("2", "read");
        delivery("2", "READ", true);

        Reckoning reckoning = reckon(2);

        assertThat(reckoning.duplicates()).isOne();
        assertThat(OnceRun.judge(campaign(2, "READ", 2), reckoning)).isFalse();
    }

    @Test
    void findsWhatIsLost() throws IOException {
        accepted("1", "failed");
        delivery("1", "FAILED", false);

        Reckoning reckoning = reckon(2);

        assertThat(reckoning.lost())
                .as("one taken and not known, one row that is not there")
                .isEqualTo(2);
        assertThat(OnceRun.judge(campaign(1, "FAILED", 1), reckoning)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, READ, 2", "1, DELIVERED, 1", "2, READ, 1"})
    void findsStatisticsThatCountOtherThanTheRows(int total, String state, int count) throws IOException {
        accepted("1", "read");
        delivery("1", "READ", true);

        Reckoning reckoning = reckon(1);

        assertThat(reckoning.disagreements(campaign(total, state, count).path("progress")))
                .isNotEmpty();
        assertThat(OnceRun.judge(campaign(total, state, count), reckoning)).isFalse();
    }

    private Reckoning reckon(int rows) throws IOException {
        return Reckoning.of(http, http, "c", rows);
    }

    private void accepted(String person, String end) {
        ledger.add("{\"recipient\": \"" + person + "\", \"final_status\": \"" + end + "\"}");
    }

    private void delivery(String person, String state, boolean taken) {
        deliveries.add("{\"phone\": \"+" + person + "\", \"state\": \"" + state + "\", \"taken\": " + taken + "}");
    }

    private static JsonNode campaign(int total, String state, int count) throws IOException {
        return JSON.readTree("{\"status\": \"COMPLETED\", \"progress\": {\"total\": " + total + ", \"states\": {\""
                + state + "\": " + count + "}}}");
    }

    private void answer(String path, Supplier<String> body) {
        both.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
