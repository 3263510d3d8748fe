package dev.wakit.samples.server;

import static dev.wakit.samples.server.RunningServer.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {

    private static RunningServer server;
    private static String draft;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.in(folder);
        draft = server.create("Draft", false, "+919876543210");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/campaigns",
                "/campaigns/new",
                "/campaigns/0HQ5W3K7T1ZXC",
                "/templates",
                "/settings",
                "/assets/app.css",
                "/assets/ui.js",
                "/webjars/lit-html/3.3.1/lit-html.js",
                "/api/campaigns",
                "/api/campaigns/0HQ5W3K7T1ZXC",
                "/api/templates",
                "/api/lanes",
                "/api/settings",
                "/api/health",
                "/webhooks/meta",
                "/nowhere",
                "/api/nowhere"
            })
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        var headers = server.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
        if (path.startsWith("/api")) {
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aForeignPageChangesNothing(String header, String value) {
        HttpResponse<String> answer = server.send(launch().header(header, value)
                .header("Content-Type", "application/json")
                .header("X-WaKit-Request", "forged"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(error(answer, "code")).isEqualTo("foreign_request");
        assertThat(server.json("/api/campaigns/" + draft).path("status").asText())
                .isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aFormThatAnyPageCouldPostChangesNothing(String type) {
        assertThat(server.send(launch().header("Content-Type", type)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void itsOwnPagesMayChangeThings() {
        String own = server.create("Own", false, "+919876543210");

        HttpResponse<String> answer = server.send(server.request("/api/campaigns/" + own + "/schedule")
                .header("Origin", server.server().url().toString())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"startAt\": \"2099-01-01T00:00:00Z\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static HttpRequest.Builder launch() {
        return server.request("/api/campaigns/" + draft + "/launch").POST(BodyPublishers.ofString("x=1"));
    }

    @Test
    void aForeignNameThatPointsHereGetsNothing() throws IOException {
        assertThat(raw("GET /api/campaigns HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void aBrokenRequestRevealsNothing() throws IOException {
        assertThat(raw("GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("jetty");
    }

    private static String raw(String request) throws IOException {
        URI url = server.server().url();
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatPeopleWriteNeverBecomesMarkup() {
        String id = server.create("<script>alert(1)</script>", false, "+919876543210");

        assertThat(server.get("/campaigns/" + id).body()).doesNotContain("<script>alert");
        assertThat(server.get("/campaigns/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                        .body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
        assertThat(server.get("/api/campaigns/" + id)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("application/json");
    }

    @Test
    void answersNoSecretOfTheProvider() {
        var simulator = server.server().simulator().orElseThrow();

        for (String path :
                new String[] {"/api/settings", "/api/lanes", "/api/templates", "/settings", "/api/campaigns"}) {
            assertThat(server.get(path).body())
                    .doesNotContain(simulator.accessToken())
                    .doesNotContain(simulator.appSecret())
                    .doesNotContain(simulator.verifyToken());
        }
    }
}
