package dev.wakit.benchmarks.bsp;

import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What the mock BSP can take: bare sockets with a request each in flight that never changes, and answers of which only the bytes
 * are counted. Any HTTP client is slower than this, so what a client reaches well below it is the client's own doing.
 *
 * <p>Settings: {@code bsp}, {@code inFlight}, {@code warmSeconds}, {@code seconds}, and {@code rate} to send no more than so many
 * a second.
 */
public final class BareLoad implements Task {

    private static final int BUFFER_BYTES = 64 * 1024;

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws IOException {
        URI bsp = URI.create(settings.text("bsp"));
        int rate = settings.number("rate", Integer.MAX_VALUE);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < settings.number("inFlight"); i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(bsp.getHost(), bsp.getPort()));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            var load = new Load(selector, request(bsp));
            load.begin();
            load.run(settings.decimal("warmSeconds"), rate);
            stopwatch.begin();
            long answers = load.run(settings.decimal("seconds"), rate);
            stopwatch.end(answers, Map.of());
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private static byte[] request(URI bsp) {
        String body =
                "{\"messaging_product\":\"whatsapp\",\"to\":\"919978783238\",\"type\":\"text\",\"text\":{\"body\":\""
                        + "x".repeat(350) + "\"}}";
        return ("POST /v25.0/1/messages HTTP/1.1\r\nHost: " + bsp.getHost() + "\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The connections at work. */
    private static final class Load {

        private final Selector selector;
        private final ByteBuffer request;
        private final ByteBuffer answer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        private final int answerLength = new BspAnswer().length();

        Load(Selector selector, byte[] request) {
            this.selector = selector;
            this.request = ByteBuffer.allocateDirect(request.length).put(request);
        }

        void begin() throws IOException {
            for (SelectionKey key : selector.keys()) {
                write((SocketChannel) key.channel());
            }
        }

        /** Sends for so long; returns how many answers came. */
        long run(double seconds, int rate) throws IOException {
            long begun = System.nanoTime();
            long bytes = 0;
            long passed = 0;
            while (passed < seconds * 1e9) {
                double allowed = passed / 1e9 * rate * answerLength;
                if (bytes > allowed) {
                    // Held back: the answers of the next millisecond wait in the sockets.
                    LockSupport.parkNanos(1_000_000);
                } else {
                    selector.select(1);
                    for (SelectionKey key : selector.selectedKeys()) {
                        bytes += serve((SocketChannel) key.channel());
                    }
                    selector.selectedKeys().clear();
                }
                passed = System.nanoTime() - begun;
            }
            return bytes / answerLength;
        }

        private int serve(SocketChannel channel) throws IOException {
            int read = channel.read(answer.clear());
            if (read < 0) {
                throw new IOException("The BSP closed a connection.");
            }
            // One answer is one segment on the loopback device.
            write(channel);
            return read;
        }

        private void write(SocketChannel channel) throws IOException {
            ByteBuffer bytes = request.duplicate().flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
