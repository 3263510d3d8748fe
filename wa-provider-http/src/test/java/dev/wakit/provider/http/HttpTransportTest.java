package dev.wakit.provider.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.provider.TransportFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a client with another protocol, resolver or socket can show. */
class HttpTransportTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int REFUSED_STREAM = 7;
    private static final int CANCEL = 8;

    /** For answers that come: more than the busiest machine needs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {REFUSED_STREAM, CANCEL})
    void doesNotRepeatAPostWhoseHttp2StreamWasReset(int code) throws Exception {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.start();
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseStream(code))
                .build());
        server.enqueue(new MockResponse.Builder().code(200).body("{}").build());

        // With a second address to go to, since OkHttp repeats such a request only then.
        List<InetAddress> twice = List.of(loopback(1), loopback(1));
        HttpAnswer answer = post(builder ->
                builder.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).dns(host -> twice));

        assertBroken(answer, true, Kind.CONNECTION_LOST);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void sendsNothingWhenTheNameDoesNotResolve() throws Exception {
        server.start();

        HttpAnswer answer = post(builder -> builder.dns(host -> {
            throw new UnknownHostException(host);
        }));

        assertBroken(answer, false, Kind.DNS);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void triesTheNextAddressOfAHostAndStillPostsOnce() throws Exception {
        server.start(loopback(1), 0);
        server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
        InetAddress nobody = loopback(2);
        InetAddress listening = loopback(1);

        HttpAnswer answer = post(builder -> builder.dns(host -> List.of(nobody, listening)));

        assertThat(answer).isInstanceOf(HttpAnswer.Response.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void doesNotTryTheNextAddressOnceTheRequestBegan() throws Exception {
        server.start(loopback(1), 0);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
        InetAddress listening = loopback(1);

        HttpAnswer answer = post(builder -> builder.dns(host -> List.of(listening, listening)));

        assertBroken(answer, true, Kind.CONNECTION_LOST);
        assertThat(server.getRequestCount()).isOne();
    }

    /** A host that restarts gives up all its connections at once: one POST has to find out, not one a connection. */
    @Test
    void usesNoKeptConnectionAfterOneOfThemBroke() throws Exception {
        server.setDispatcher(new GivingUpTheFirstConnections(2));
        server.start();
        try (var transport = HttpTransport.create(settings(PATIENCE))) {
            String base = "http://127.0.0.1:" + server.getPort();
            var first = begin(transport, base);
            var second = begin(transport, base);
            assertThat(first.get(90, SECONDS)).isInstanceOf(HttpAnswer.Response.class);
            assertThat(second.get(90, SECONDS)).isInstanceOf(HttpAnswer.Response.class);

            assertBroken(post(transport, base), true, Kind.CONNECTION_LOST);

            assertThat(post(transport, base)).isInstanceOf(HttpAnswer.Response.class);
            assertThat(server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void sendsNothingWhenNoConnectionOpensInTime() throws Exception {
        server.start();

        HttpAnswer answer = post(builder -> builder.socketFactory(new NeverConnecting()));

        assertBroken(answer, false, Kind.CONNECT);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void sendsNothingWhenTheTlsHandshakeHangs() throws Exception {
        try (var silent = new ServerSocket(0, 1, loopback(1))) {
            try (var transport = HttpTransport.create(settings(Duration.ofSeconds(2)))) {
                HttpAnswer answer = post(transport, "https://127.0.0.1:" + silent.getLocalPort());

                assertBroken(answer, false, Kind.TLS);
            }
        }
    }

    private static HttpSettings settings(Duration total) {
        return HttpSettings.builder("test")
                .connectTimeout(PATIENCE)
                .totalTimeout(total)
                .transferTimeout(total)
                .maxInFlight(4)
                .build();
    }

    private static HttpAnswer post(HttpTransport transport, String base) throws Exception {
        return begin(transport, base).get(90, SECONDS);
    }

    private static CompletableFuture<HttpAnswer> begin(HttpTransport transport, String base) {
        URI url = RequestUrl.of(URI.create(base)).path("1", "messages").uri();
        return transport.send(HttpCall.post(url, HttpBody.json(BODY)));
    }

    private HttpAnswer post(Consumer<OkHttpClient.Builder> changes) throws Exception {
        InetAddress here = loopback(1);
        Consumer<OkHttpClient.Builder> resolving = builder -> builder.dns(host -> List.of(here));
        try (var transport = HttpTransport.create(settings(PATIENCE), resolving.andThen(changes))) {
            // A name, because OkHttp asks no resolver about an address.
            return post(transport, "http://graph.test:" + server.getPort());
        }
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static void assertBroken(HttpAnswer answer, boolean begun, Kind kind) {
        assertThat(answer).isInstanceOf(HttpAnswer.Broken.class);
        var broken = (HttpAnswer.Broken) answer;
        assertThat(broken.requestBegun()).isEqualTo(begun);
        assertThat(broken.failure().kind()).isEqualTo(kind);
    }

    /** Answers on the first connections, which have to be open at once, and closes each after its answer; later ones are kept. */
    private static final class GivingUpTheFirstConnections extends Dispatcher {

        private final CountDownLatch open;

        GivingUpTheFirstConnections(int connections) {
            open = new CountDownLatch(connections);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            boolean gaveUp = open.getCount() == 0;
            open.countDown();
            open.await();
            var answer = new MockResponse.Builder().code(200).body("{}");
            return gaveUp
                    ? answer.build()
                    : answer.onResponseEnd(new SocketEffect.CloseSocket()).build();
        }
    }

    /** Sockets to an address that swallows every packet, without the network of the machine. */
    private static final class NeverConnecting extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    throw new SocketTimeoutException("connect timed out after " + timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException(new InetSocketAddress(host, port).toString());
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            return createSocket(host.getHostAddress(), port);
        }
    }
}
