package dev.wakit.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.webhook.WebhookReply;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The smallest host: an HTTP endpoint that hands webhooks to an engine. */
final class WebhookServer implements AutoCloseable {

    private static final String PATH = "/webhooks/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private volatile CampaignEngine engine;

    private WebhookServer(HttpServer server) {
        this.server = server;
    }

    /** Starts on a port, 0 for any; until an engine is given it answers 503. */
    static WebhookServer start(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var started = new WebhookServer(HttpServer.create(address, 256));
            started.server.setExecutor(started.threads);
            started.server.createContext(PATH, started::handle);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void serve(CampaignEngine newEngine) {
        engine = newEngine;
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI uri() {
        return uri("meta");
    }

    /** Where the webhooks of a provider instance go. */
    URI uri(String provider) {
        return URI.create("http://127.0.0.1:" + port() + PATH + provider);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            CampaignEngine current = engine;
            byte[] body = exchange.getRequestBody().readAllBytes();
            var provider = ProviderId.of(exchange.getRequestURI().getPath().substring(PATH.length()));
            WebhookReply reply = current == null
                    ? WebhookReply.of(503)
                    : current.webhooks().receive(provider, request(exchange, body));
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static WebhookRequest request(HttpExchange exchange, byte[] body) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return WebhookRequest.of(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
