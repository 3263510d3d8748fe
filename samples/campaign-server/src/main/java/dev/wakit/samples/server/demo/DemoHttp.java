package dev.wakit.samples.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a server for JSON. Thread-safe. */
final class DemoHttp {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BOUNDARY = "wakit-demo-boundary";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    DemoHttp(URI base) {
        this.base = base;
    }

    JsonNode get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    JsonNode post(String path) throws IOException {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    JsonNode postJson(String path, String json) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(text(json))
                .build());
    }

    /** Posts a form with one small file. */
    JsonNode postFile(String path, String name, byte[] file) throws IOException {
        BodyPublisher body = BodyPublishers.concat(
                text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n"),
                BodyPublishers.ofByteArray(file),
                text("\r\n--" + BOUNDARY + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body)
                .build());
    }

    /** Posts a campaign with its customer list, streamed from the file. */
    JsonNode postCampaign(String spec, Path csv) throws IOException {
        BodyPublisher body = BodyPublishers.concat(
                text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"spec\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + spec + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n"),
                BodyPublishers.ofFile(csv),
                text("\r\n--" + BOUNDARY + "--\r\n"));
        return send(request("/api/campaigns")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body)
                .build());
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("X-WaKit-Request", "demo");
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            JsonNode answer = MAPPER.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new DemoException(request.method() + " " + request.uri() + " was answered with "
                        + response.statusCode() + ": "
                        + answer.at("/error/message").asText("no explanation"));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("The demo was interrupted.");
        }
    }

    static String quoted(String text) throws IOException {
        return MAPPER.writeValueAsString(text);
    }
}
