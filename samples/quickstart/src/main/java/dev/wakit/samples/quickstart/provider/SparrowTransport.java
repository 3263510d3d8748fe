package dev.wakit.samples.quickstart.provider;

import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** POSTs over the HTTP client of the JDK, which repeats none and follows no redirect. */
final class SparrowTransport {

    private final HttpClient client;
    private final SparrowSettings settings;

    SparrowTransport(SparrowSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    // region post
    /** Posts a form once; the future always completes normally, and in time. */
    CompletableFuture<SparrowAnswer> post(String form) {
        var body = new WatchedBody(form);
        HttpRequest request = HttpRequest.newBuilder(messages())
                .header("Authorization", basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body)
                .build();
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, BodyHandlers.ofString());
        return exchange.copy()
                .orTimeout(settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    exchange.cancel(true);
                    return response != null
                            ? new SparrowAnswer.Response(response.statusCode(), response.body())
                            : new SparrowAnswer.Broken(body.begun, failure(failure));
                });
    }
    // endregion

    private URI messages() {
        return settings.base().resolve("/accounts/" + settings.account() + "/messages");
    }

    private String basic() {
        String pair = settings.account() + ":" + settings.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Where it broke; the texts of exceptions are left out, since they may hold anything. */
    private static TransportFailure failure(Throwable thrown) {
        if (causes(thrown).anyMatch(UnresolvedAddressException.class::isInstance)) {
            return TransportFailure.of(Kind.DNS, "the host name did not resolve");
        } else if (causes(thrown).anyMatch(SSLException.class::isInstance)) {
            return TransportFailure.of(Kind.TLS, "no secure connection");
        } else if (causes(thrown).anyMatch(ConnectException.class::isInstance)) {
            return TransportFailure.of(Kind.CONNECT, "no connection");
        } else if (causes(thrown)
                .anyMatch(cause -> cause instanceof TimeoutException || cause instanceof HttpTimeoutException)) {
            return TransportFailure.of(Kind.TIMEOUT, "no answer in time");
        }
        return TransportFailure.of(Kind.CONNECTION_LOST, "the connection broke");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    /** A body that tells whether the client began to send it: before that, the BSP has nothing that it could carry out. */
    private static final class WatchedBody implements BodyPublisher {

        private final BodyPublisher body;
        private volatile boolean begun;

        WatchedBody(String form) {
            this.body = BodyPublishers.ofString(form);
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            begun = true;
            body.subscribe(subscriber);
        }
    }
}
