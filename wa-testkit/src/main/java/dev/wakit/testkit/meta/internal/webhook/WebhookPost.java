package dev.wakit.testkit.meta.internal.webhook;

import dev.wakit.testkit.meta.internal.Front;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.simulator.internal.Json;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs a batch and posts it once. Thread-safe. */
public final class WebhookPost {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPost.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int TAKEN = 200;

    private final HttpClient client;
    private final WebhookBody bodies;
    private final Front front;
    private final boolean escaped;

    public WebhookPost(Identity identity, Front front, boolean escaped, Executor executor) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(executor)
                .build();
        this.bodies = new WebhookBody(identity);
        this.front = front;
        this.escaped = escaped;
    }

    /** How a post ended. */
    enum Outcome {
        TAKEN,
        REFUSED,
        UNREACHABLE
    }

    void post(URI target, List<WebhookEvent> events, Consumer<Outcome> then) {
        byte[] body = escaped ? Json.escapedBytes(bodies.of(events)) : Json.bytes(bodies.of(events));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        front.webhookHeaders(body).forEach(request::header);
        var unused = client.sendAsync(request.build(), BodyHandlers.discarding())
                .handle((response, failure) -> outcome(response == null ? 0 : response.statusCode(), failure))
                .thenAccept(then);
    }

    private static Outcome outcome(int status, @Nullable Throwable failure) {
        if (failure == null) {
            return status == TAKEN ? Outcome.TAKEN : Outcome.REFUSED;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.debug("A webhook was not taken: {}", cause.toString());
        boolean unreachable = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return unreachable ? Outcome.UNREACHABLE : Outcome.REFUSED;
    }
}
