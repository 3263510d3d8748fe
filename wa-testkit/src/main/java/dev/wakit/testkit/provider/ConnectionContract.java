package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.NotSent;
import dev.wakit.provider.TransportFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
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
                dynamicTest("nobody listens", this::assertNotSentWhereNobodyListens),
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

    // A port that was merely free could belong to another program by now. Bound and not listened to, it refuses
    // everybody.
    private void assertNotSentWhereNobodyListens() throws IOException {
        try (var bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertNotSent("http://127.0.0.1:" + bound.getLocalPort(), Kind.CONNECT);
        }
    }
}
