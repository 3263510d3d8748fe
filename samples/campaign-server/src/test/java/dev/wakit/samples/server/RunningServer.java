package dev.wakit.samples.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wakit.samples.server.setting.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The whole server on a free port, over its built-in simulator and a database of its own, and a client for it. */
final class RunningServer implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String ORDER_UPDATE = """
            "template": {"name": "order_update", "language": "en_US", "body": ["{{order}}", "on its way"]}""";

    private static final String BOUNDARY = "test-boundary";
    private static final int PATIENCE_SECONDS = 90;

    private final CampaignServer server;
    private final Path database;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();

    private RunningServer(Path database, Map<String, String> more) {
        this.database = database;
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT",
                "0",
                "WAKIT_DB",
                database.toString(),
                "WAKIT_RETRY_MAX_TRIES",
                "1",
                "WAKIT_EVIDENCE_GRACE",
                "PT2S",
                "WAKIT_EVIDENCE_LIMIT",
                "PT3S"));
        environment.putAll(more);
        this.server = CampaignServer.start(ServerSettings.from(environment));
    }

    static RunningServer in(Path folder) {
        return in(folder, Map.of());
    }

    /** With more variables, such as those of providers. */
    static RunningServer in(Path folder, Map<String, String> more) {
        return new RunningServer(folder.resolve("campaigns.db"), more);
    }

    CampaignServer server() {
        return server;
    }

    Path database() {
        return database;
    }

    URI url(String path) {
        return server.url().resolve(path);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(90)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path));
    }

    /** A form with a spec and a file, as the page sends it. */
    HttpResponse<String> upload(String spec, String csv) {
        String form = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"spec\"; filename=\"blob\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + spec + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + BOUNDARY + "--\r\n";
        return send(form().POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder form() {
        return request("/api/campaigns")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("X-WaKit-Request", "test");
    }

    /** Creates a campaign of these numbers and gives its id. */
    String create(String name, boolean launch, String... phones) {
        var recipients = new StringBuilder();
        for (String phone : phones) {
            recipients
                    .append(recipients.isEmpty() ? "" : ",")
                    .append("{\"phone\": \"")
                    .append(phone)
                    .append("\", \"name\": \"Ananya\", \"variables\": {\"order\": \"A-1\"}}");
        }
        HttpResponse<String> answer = post(
                "/api/campaigns",
                "{\"name\": \"" + name + "\", " + ORDER_UPDATE + ", \"launch\": " + launch + ", \"recipients\": ["
                        + recipients + "]}");
        return json(answer).at("/campaign/id").asText();
    }

    /** Follows the events of a campaign until its news are as wanted. */
    JsonNode await(String campaign, Predicate<JsonNode> wanted) {
        return news("/api/campaigns/" + campaign + "/events", news -> wanted.test(news.path("campaign")))
                .path("campaign");
    }

    /** Asks for a single message until it is in a state, within a deadline. */
    JsonNode awaitMessage(String location, String state) {
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        JsonNode message = json(location).path("message");
        while (!message.path("state").asText().equals(state)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("The message is still " + message.path("state"));
            }
            message = json(location).path("message");
        }
        return message;
    }

    JsonNode awaitCompleted(String campaign) {
        return await(campaign, now -> now.path("status").asText().equals("COMPLETED"));
    }

    /** Follows a stream until its news are as wanted, within a deadline. */
    JsonNode news(String path, Predicate<JsonNode> wanted) {
        CompletableFuture<JsonNode> found = CompletableFuture.supplyAsync(() -> read(path, wanted));
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("No news as wanted on " + path + "; now: " + json(path.replace("/events", "")), e);
        }
    }

    private JsonNode read(String path, Predicate<JsonNode> wanted) {
        try {
            HttpResponse<InputStream> stream = client.send(
                    request(path).header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data: ")) {
                        JsonNode news = JSON.readTree(line.substring(6));
                        if (wanted.test(news)) {
                            return news;
                        }
                    }
                }
            }
            throw new IllegalStateException("The stream " + path + " ended.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    static String error(HttpResponse<String> answer, String field) {
        return json(answer).at("/error/" + field).asText();
    }

    @Override
    public void close() {
        server.close();
    }
}
