package dev.wakit.testkit.twilio.internal.callback;

import dev.wakit.testkit.twilio.internal.Account;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs a form and posts it once. Thread-safe. */
public final class CallbackPost {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackPost.class);

    private final HttpClient client;
    private final Account account;
    private final Tunnels tunnels;

    public CallbackPost(Account account, Tunnels tunnels, Executor executor) {
        this.account = account;
        this.tunnels = tunnels;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(executor)
                .build();
    }

    void post(Callback callback, Consumer<PostOutcome> then) {
        String url = callback.address().signed();
        HttpRequest request = HttpRequest.newBuilder(tunnels.resolve(url))
                .timeout(callback.address().override().readTimeout())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Twilio-Signature", TwilioSignature.of(account.authToken(), url, callback.form()))
                .header("I-Twilio-Idempotency-Token", callback.token())
                .POST(BodyPublishers.ofString(encoded(callback)))
                .build();
        var unused = client.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> outcome(response == null ? 0 : response.statusCode(), failure))
                .thenAccept(then);
    }

    private static String encoded(Callback callback) {
        return callback.form().entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static PostOutcome outcome(int status, @Nullable Throwable failure) {
        if (failure == null) {
            if (status >= 200 && status < 300) {
                return PostOutcome.TAKEN;
            }
            return status >= 500 ? PostOutcome.SERVER_ERROR : PostOutcome.CLIENT_ERROR;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.debug("A callback was not taken: {}", cause.toString());
        boolean unreachable = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return unreachable ? PostOutcome.CONNECT_FAILED : PostOutcome.READ_FAILED;
    }
}
