package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.TransportFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * While no connection is there nothing can have been sent, and the outcome says so; without a network there are no such tests.
 *
 * @since 0.1
 */
public abstract class ConnectionContract extends ProviderFixture {

    /** For subclasses. */
    protected ConnectionContract() {}

    @TestFactory
    Stream<DynamicTest> aSendThatFindsNoConnectionIsNotSent() {
        if (!bsp().usesNetwork()) {
            return Stream.empty();
        }
        return Stream.of(
                dynamicTest("nobody listens", () -> assertNotSent("http://127.0.0.1:" + freePort(), Kind.CONNECT)),
                // A host name that does not resolve, by RFC 6761.
                dynamicTest("the host is unknown", () -> assertNotSent("https://bsp.invalid", Kind.DNS)),
                dynamicTest(
                        "the server speaks no TLS",
                        () -> assertNotSent("https://127.0.0.1:" + wire().base().getPort(), Kind.TLS)));
    }

    private void assertNotSent(String base, Kind kind) {
        SendOutcome outcome = await(provider(setup().at(URI.create(base))).send(request()));

        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(((NotSent) outcome).failure().kind()).isEqualTo(kind);
        assertThat(wire().requests()).isEmpty();
        afresh();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
