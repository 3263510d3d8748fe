package dev.wakit.samples.quickstart;

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

/** A web endpoint of 127.0.0.1 that hands the raw bytes of each request to the engine. Thread-safe. */
final class WebhookServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private WebhookServer(HttpServer server) {
        this.server = server;
    }

    static WebhookServer start(WebhookEndpoint webhooks) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var started = new WebhookServer(HttpServer.create(address, 0));
        started.server.setExecutor(started.threads);
        started.server.createContext("/webhooks/meta", exchange -> handle(exchange, webhooks));
        started.server.start();
        return started;
    }

    // region webhook
    private static void handle(HttpExchange exchange, WebhookEndpoint webhooks) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(WebhookEndpoint.MAX_BODY_BYTES + 1);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            var request = WebhookRequest.of(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            WebhookReply reply = webhooks.receive(ProviderId.of("meta"), request);
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
    // endregion

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/meta");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
