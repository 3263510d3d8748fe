package dev.wakit.benchmarks.bsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The one thread of the BSP: accepts, reads, waits and answers. */
final class BspLoop implements Runnable, AutoCloseable {

    private static final int BACKLOG = 4_096;

    private final Selector selector;
    private final List<ServerSocketChannel> ports;
    private final BspAnswer answer = new BspAnswer();
    /** By latency, so that each queue is in the order in which its answers are due. */
    private final Map<Long, Queue<Due>> waiting = new TreeMap<>();

    private long messages;
    private volatile boolean isClosed;

    private BspLoop(Selector selector, List<ServerSocketChannel> ports) {
        this.selector = selector;
        this.ports = ports;
    }

    private record Due(BspConnection connection, long atNanos) {}

    /** Listens on a port of its own for each latency. */
    static BspLoop open(List<Duration> latencies) throws IOException {
        Selector selector = Selector.open();
        var ports = new ArrayList<ServerSocketChannel>();
        for (Duration latency : latencies) {
            ServerSocketChannel port = ServerSocketChannel.open()
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            port.configureBlocking(false);
            port.register(selector, SelectionKey.OP_ACCEPT, latency.toNanos());
            ports.add(port);
        }
        return new BspLoop(selector, ports);
    }

    List<Integer> ports() {
        return ports.stream().map(port -> port.socket().getLocalPort()).toList();
    }

    @Override
    public void run() {
        try {
            while (!isClosed) {
                select();
                for (SelectionKey key : selector.selectedKeys()) {
                    handle(key);
                }
                selector.selectedKeys().clear();
                answerDue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The BSP cannot go on.", e);
        }
    }

    private void select() throws IOException {
        long soonest = Long.MAX_VALUE;
        for (Queue<Due> queue : waiting.values()) {
            Due first = queue.peek();
            if (first != null) {
                soonest = Math.min(soonest, first.atNanos() - System.nanoTime());
            }
        }
        if (soonest == Long.MAX_VALUE) {
            selector.select();
        } else if (soonest <= 0) {
            selector.selectNow();
        } else {
            // Rounded up: an answer is never early, and at most a millisecond late.
            selector.select(TimeUnit.NANOSECONDS.toMillis(soonest) + 1);
        }
    }

    private void handle(SelectionKey key) throws IOException {
        if (key.attachment() instanceof Long latency) {
            accept((ServerSocketChannel) key.channel(), latency);
            return;
        }
        var connection = (BspConnection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.goOnWriting();
            }
            if (key.isReadable() && !serve(connection)) {
                connection.close();
            }
        } catch (IOException gone) {
            connection.close();
        }
    }

    private void accept(ServerSocketChannel port, long latencyNanos) throws IOException {
        for (SocketChannel client = port.accept(); client != null; client = port.accept()) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = client.register(selector, SelectionKey.OP_READ);
            key.attach(BspConnection.of(client, latencyNanos, key));
        }
    }

    private boolean serve(BspConnection connection) throws IOException {
        if (!connection.read()) {
            return false;
        }
        for (BspConnection.Wish wish = connection.take();
                wish != BspConnection.Wish.NOTHING_YET;
                wish = connection.take()) {
            if (wish == BspConnection.Wish.COUNT) {
                connection.write(BspAnswer.count(messages));
            } else if (connection.latencyNanos() == 0) {
                connection.write(answer.numbered(messages++));
            } else {
                waiting.computeIfAbsent(connection.latencyNanos(), latency -> new ArrayDeque<>())
                        .add(new Due(connection, System.nanoTime() + connection.latencyNanos()));
            }
        }
        return true;
    }

    private void answerDue() {
        for (Queue<Due> queue : waiting.values()) {
            for (Due first = queue.peek();
                    first != null && first.atNanos() <= System.nanoTime();
                    first = queue.peek()) {
                queue.remove();
                try {
                    first.connection().write(answer.numbered(messages++));
                } catch (IOException gone) {
                    first.connection().close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        selector.wakeup();
        for (ServerSocketChannel port : ports) {
            port.close();
        }
    }
}
