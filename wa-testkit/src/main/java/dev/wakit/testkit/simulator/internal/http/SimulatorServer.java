package dev.wakit.testkit.simulator.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. A request that waits for its answer occupies no thread, so that hundreds can wait at once.
 *
 * <p>Thread-safe.
 */
public final class SimulatorServer implements AutoCloseable {

    /** Where a running simulator is looked at and steered. */
    public static final String ADMIN = "/_simulator/";

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final Executor workers;
    private final ScheduledExecutorService timer;

    static {
        // The JDK's server reads these once; without them a kept-alive answer waits 40 ms for Nagle and the 201st
        // idle connection is cut.
        setIfAbsent("sun.net.httpserver.nodelay", "true");
        setIfAbsent("sun.net.httpserver.maxIdleConnections", "10000");
        setIfAbsent("sun.net.httpserver.idleInterval", "600");
    }

    private SimulatorServer(HttpServer server, Executor workers, ScheduledExecutorService timer) {
        this.server = server;
        this.workers = workers;
        this.timer = timer;
    }

    /** Binds the loopback interface; port 0 takes a free one. Nothing is answered before {@link #start}. */
    public static SimulatorServer bind(int port, Executor workers, ScheduledExecutorService timer) {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            server.setExecutor(workers);
            return new SimulatorServer(server, workers, timer);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen on port " + port + " of 127.0.0.1", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers from now on; what lies under {@link #ADMIN} goes to the second endpoint and everything else to the first. */
    public void start(Endpoint api, Endpoint admin) {
        server.createContext("/", exchange -> handle(exchange, api));
        server.createContext(ADMIN, exchange -> handle(exchange, admin));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange, Endpoint endpoint) throws IOException {
        PendingReply pending = answer(endpoint, Call.read(exchange));
        long arrived = System.nanoTime();
        var unused = pending.ready().whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.error("A record could not be written; the request gets no answer", failure);
            }
            Reply reply = failure == null ? pending.reply() : new Reply.Hangup();
            writeAfter(exchange, reply, pending.delay().toNanos() - (System.nanoTime() - arrived));
        });
    }

    private static PendingReply answer(Endpoint endpoint, Call call) {
        try {
            return endpoint.answer(call);
        } catch (RuntimeException e) {
            LOG.error(
                    "The simulator failed on {} of {} segments",
                    call.method(),
                    call.path().size(),
                    e);
            return PendingReply.now(Reply.html(500, "Simulator fault"));
        }
    }

    private void writeAfter(HttpExchange exchange, Reply reply, long nanos) {
        if (nanos <= 0) {
            write(exchange, reply);
            return;
        }
        try {
            var unused =
                    timer.schedule(() -> workers.execute(() -> write(exchange, reply)), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing: the client sees a closed connection
            exchange.close();
        }
    }

    private static void write(HttpExchange exchange, Reply reply) {
        try (exchange) {
            if (reply instanceof Reply.Complete complete) {
                write(exchange, complete.status(), complete.contentType(), complete.body(), complete.body().length);
            } else if (reply instanceof Reply.Truncated cut) {
                write(exchange, cut.status(), cut.contentType(), cut.body(), cut.body().length / 2);
            }
        } catch (IOException e) {
            LOG.debug("A client was gone before its answer: {}", e.toString());
        }
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body, int length)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, length);
        out.flush();
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
