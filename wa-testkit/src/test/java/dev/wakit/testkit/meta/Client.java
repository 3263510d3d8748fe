package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A plain HTTP client of the simulator under test. */
final class Client {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MetaSimulator simulator;
    private String token;

    Client(MetaSimulator simulator) {
        this.simulator = simulator;
        this.token = simulator.accessToken();
    }

    Client withToken(String other) {
        token = other;
        return this;
    }

    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int code() {
            return json().path("error").path("code").asInt();
        }

        String details() {
            return json().path("error").path("error_data").path("details").asText();
        }

        String wamid() {
            return json().path("messages").path(0).path("id").asText();
        }
    }

    Answer text(String to) throws IOException {
        return send("\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}");
    }

    Answer text(String to, String callbackData) throws IOException {
        return send("\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"hi\"},\"biz_opaque_callback_data\":\""
                + callbackData + "\"");
    }

    Answer template(String to, String name, String components) throws IOException {
        return send("\"to\":\"" + to + "\",\"type\":\"template\",\"template\":{\"name\":\"" + name
                + "\",\"language\":{\"code\":\"en_US\"},\"components\":" + components + "}");
    }

    /** Sends a message given by its fields, without the braces and the product. */
    Answer send(String fields) throws IOException {
        return post(messages(), "{\"messaging_product\":\"whatsapp\"," + fields + "}");
    }

    String messages() {
        return "/v25.0/" + simulator.phoneNumberId() + "/messages";
    }

    Answer post(String path, String json) throws IOException {
        return exchange("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    Answer get(String path) throws IOException {
        return exchange("GET", path, "application/json", BodyPublishers.noBody());
    }

    Answer exchange(String method, String path, String type, BodyPublisher body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String texts(String... values) {
        StringBuilder parameters = new StringBuilder();
        for (String value : values) {
            parameters.append(parameters.isEmpty() ? "" : ",");
            parameters.append("{\"type\":\"text\",\"text\":\"").append(value).append("\"}");
        }
        return "[{\"type\":\"body\",\"parameters\":[" + parameters + "]}]";
    }
}
