package dev.wakit.e2e;

import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

/** Posts signed webhooks over HTTP and says how they are answered. */
final class WebhookSender {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final MetaSimulator simulator;

    /** The answer to one webhook. */
    record Answer(int status, long millis) {}

    WebhookSender(URI endpoint, MetaSimulator simulator) {
        this.endpoint = endpoint;
        this.simulator = simulator;
    }

    /** Posts one status. */
    Answer post(String status) throws IOException, InterruptedException {
        byte[] body = Signed.body("messages", "\"statuses\":[" + status + "]");
        long before = System.nanoTime();
        int code = http.send(
                        HttpRequest.newBuilder(endpoint)
                                .header("X-Hub-Signature-256", Signed.signature(simulator, body))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        return new Answer(code, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
    }
}
