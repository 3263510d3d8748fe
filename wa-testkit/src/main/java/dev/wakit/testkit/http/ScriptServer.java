package dev.wakit.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on the loopback interface, down at the level of sockets, so that it can break a connection at any point.
 *
 * <p>Connections are kept open between requests. Until it is told anything, it answers 404. Thread-safe.
 *
 * @since 0.1
 */
public final class ScriptServer implements BspWire {

    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "wakit-script-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<WireRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private final Object lock = new Object();
    private final Deque<WireAnswer> script = new ArrayDeque<>(List.of(WireAnswer.html(404)));

    private volatile Function<WireRequest, Optional<WireAnswer.Whole>> aside = request -> Optional.empty();

    private ScriptServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts a server on a free port. */
    public static ScriptServer start() {
        try {
            var server =
                    new ScriptServer(new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No port of 127.0.0.1 can be listened on", e);
        }
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    @Override
    public void answers(WireAnswer first, WireAnswer... then) {
        synchronized (lock) {
            script.clear();
            script.add(first);
            script.addAll(List.of(then));
        }
    }

    @Override
    public void answersAside(Function<WireRequest, Optional<WireAnswer.Whole>> answers) {
        aside = answers;
    }

    @Override
    public List<WireRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed.countDown();
        threads.shutdown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(WireConnection::reset);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                if (hangsUp()) {
                    open.remove(socket);
                    WireConnection.reset(socket);
                } else {
                    threads.execute(() -> serve(socket, number));
                }
            } catch (IOException closedMeanwhile) {
                return;
            }
        }
    }

    private boolean hangsUp() {
        synchronized (lock) {
            boolean hangsUp = script.element() instanceof WireAnswer.HangUp;
            if (hangsUp) {
                take();
            }
            return hangsUp;
        }
    }

    private void serve(Socket socket, int number) {
        try (var connection = new WireConnection(
                socket, number, head -> aside.apply(head), this::take, requests::add, this::waited)) {
            connection.serve();
        } catch (IOException gone) {
            // the client left, which is its right
        } finally {
            open.remove(socket);
        }
    }

    private WireAnswer take() {
        synchronized (lock) {
            return script.size() > 1 ? script.remove() : script.element();
        }
    }

    /** Waits; whether the server still runs. */
    private boolean waited(Duration time) {
        try {
            return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
