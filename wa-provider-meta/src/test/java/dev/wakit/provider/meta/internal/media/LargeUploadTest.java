package dev.wakit.provider.meta.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of 50 MB is never in memory: its second half is made only after the server has most of its first half. */
class LargeUploadTest {

    private static final int MB = 1024 * 1024;
    private static final long SIZE = 50L * MB;
    private static final long HALF = SIZE / 2;

    /** What may be under way in buffers of sockets and of the client, with room to spare. */
    private static final long UNDER_WAY = 15L * MB;

    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch mostOfTheFirstHalf = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", this::swallow);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isStreamedWhenItsLengthIsKnown() {
        assertThat(upload(MediaFile.of("a.pdf", MediaType.of("application/pdf"), new Halves(), SIZE)))
                .isEqualTo(new MediaId("1"));
        assertThat(received.get()).isGreaterThan(SIZE);
    }

    @Test
    void isStreamedWhenItsLengthIsUnknown() {
        var source = new Halves();

        assertThat(upload(MediaFile.of("a.pdf", MediaType.of("application/pdf"), source)))
                .isEqualTo(new MediaId("1"));
        assertThat(received.get()).isGreaterThan(SIZE);
        assertThat(source.largestRead).isLessThanOrEqualTo(MB);
    }

    private MediaId upload(MediaFile file) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var provider = MetaProvider.builder(Requests.TOKEN, Requests.SENDER)
                .baseUrl(address)
                .build()) {
            return provider.media().orElseThrow().upload(SenderId.of(Requests.SENDER), file);
        }
    }

    private void swallow(HttpExchange exchange) throws IOException {
        try (exchange) {
            InputStream body = exchange.getRequestBody();
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                if (received.addAndGet(read) > HALF - UNDER_WAY) {
                    mostOfTheFirstHalf.countDown();
                }
            }
            byte[] answer = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Zeros that come to a halt in the middle until the server has seen most of what came before. */
    private final class Halves extends InputStream {

        private long given;
        private int largestRead;

        @Override
        public int read() {
            throw new UnsupportedOperationException("An upload must not read single bytes");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            largestRead = Math.max(largestRead, length);
            if (given >= HALF && !awaitServer()) {
                throw new IOException("The first half was collected instead of sent");
            }
            int now = (int) Math.min(length, SIZE - given);
            given += now;
            return now == 0 ? -1 : now;
        }

        private boolean awaitServer() {
            try {
                return mostOfTheFirstHalf.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
