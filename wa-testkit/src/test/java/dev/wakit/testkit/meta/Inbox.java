package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver that keeps every body it was sent. */
final class Inbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger current = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    Inbox() {
        this(0);
    }

    Inbox(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    record Received(String signature, byte[] body) {

        JsonNode value() {
            return json().path("entry").path(0).path("changes").path(0).path("value");
        }

        JsonNode json() {
            try {
                return Client.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/webhook");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers the next posts with 503. */
    Inbox refusing(int count) {
        refusals.set(count);
        return this;
    }

    List<Received> received() {
        return received;
    }

    int mostAtOnce() {
        return most.get();
    }

    List<JsonNode> statuses() {
        return section("statuses");
    }

    List<JsonNode> messages() {
        return section("messages");
    }

    List<String> statusNames() {
        return statuses().stream().map(it -> it.path("status").asText()).toList();
    }

    private List<JsonNode> section(String name) {
        List<JsonNode> found = new ArrayList<>();
        for (Received one : received) {
            for (JsonNode change : one.json().path("entry").path(0).path("changes")) {
                change.path("value").path(name).forEach(found::add);
            }
        }
        return found;
    }

    private void handle(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(current.incrementAndGet(), Math::max);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            // before the answer, which lets the next post begin
            current.decrementAndGet();
            String query = exchange.getRequestURI().getQuery();
            if (exchange.getRequestMethod().equals("GET")) {
                byte[] challenge =
                        query.replaceAll(".*hub.challenge=([0-9]+).*", "$1").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(query.contains("simulated-verify-token") ? 200 : 403, challenge.length);
                exchange.getResponseBody().write(challenge);
            } else if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                received.add(new Received(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"), body));
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
