package dev.wakit.testkit.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A plain HTTP client of the simulator under test. */
final class TwilioClient {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TwilioSimulator simulator;
    private String credentials;

    TwilioClient(TwilioSimulator simulator) {
        this.simulator = simulator;
        this.credentials = simulator.accountSid() + ":" + simulator.authToken();
    }

    TwilioClient as(String user, String password) {
        credentials = user + ":" + password;
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
            return json().path("code").asInt();
        }

        String sid() {
            return json().path("sid").asText();
        }

        String text(String field) {
            return json().path(field).asText();
        }
    }

    /** A form: names and values in turn. */
    static String form(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]));
        }
        return String.join("&", pairs);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends a text from the first sender; more parameters follow in names and values. */
    Answer text(String to, String... more) throws IOException {
        String form = form("To", "whatsapp:" + to, "From", simulator.sender(), "Body", "hi");
        return create(more.length == 0 ? form : form + "&" + form(more));
    }

    Answer content(String to, String contentSid, String... more) throws IOException {
        String form = form("To", "whatsapp:" + to, "From", simulator.sender(), "ContentSid", contentSid);
        return create(more.length == 0 ? form : form + "&" + form(more));
    }

    Answer create(String form) throws IOException {
        return exchange("POST", messages() + ".json", BodyPublishers.ofString(form));
    }

    Answer fetch(String sid) throws IOException {
        return get(messages() + "/" + sid + ".json");
    }

    String messages() {
        return "/2010-04-01/Accounts/" + simulator.accountSid() + "/Messages";
    }

    Answer post(String path, String body) throws IOException {
        return exchange("POST", path, BodyPublishers.ofString(body));
    }

    Answer put(String path, String body) throws IOException {
        return exchange("PUT", path, BodyPublishers.ofString(body));
    }

    Answer delete(String path) throws IOException {
        return exchange("DELETE", path, BodyPublishers.noBody());
    }

    Answer get(String path) throws IOException {
        return exchange("GET", path, BodyPublishers.noBody());
    }

    /** Fetches an address that an answer named, whole or relative. */
    Answer follow(String address) throws IOException {
        return get(
                address.startsWith("/")
                        ? address
                        : address.substring(simulator.baseUrl().toString().length()));
    }

    private Answer exchange(String method, String path, BodyPublisher body) throws IOException {
        boolean json = path.startsWith("/v") || path.startsWith("/_");
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", basic(credentials))
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
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

    static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
