package dev.wakit.benchmarks.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.webhook.WebhookReply;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The endpoint of a host, on the HTTP server of the JDK, as the README shows it. */
final class WebhookServer implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final int THREADS = 16;
    private static final ProviderId META = ProviderId.of("meta");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WebhookServer(HttpServer server) {
        this.server = server;
    }

    static WebhookServer start(WebhookEndpoint endpoint) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var started = new WebhookServer(HttpServer.create(address, BACKLOG));
        started.server.setExecutor(started.threads);
        started.server.createContext("/", exchange -> handle(exchange, endpoint));
        started.server.start();
        return started;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/meta");
    }

    private static void handle(HttpExchange exchange, WebhookEndpoint endpoint) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(WebhookEndpoint.MAX_BODY_BYTES + 1);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            WebhookReply reply = endpoint.receive(
                    META,
                    WebhookRequest.of(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            headers,
                            body));
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
