package dev.wakit.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadRetryTest {

    private static final HttpAnswer FINE = HttpAnswer.Response.of(200, new byte[0]);
    private static final HttpAnswer BUSY = HttpAnswer.Response.of(503, new byte[0]);
    private static final HttpAnswer REFUSED = HttpAnswer.Response.of(404, new byte[0]);
    private static final HttpAnswer LOST =
            new HttpAnswer.Broken(true, TransportFailure.of(Kind.CONNECTION_LOST, "lost"));

    private final ReadRetry retry = ReadRetry.of("test", ReadRetry::isServerFault, Duration.ofMillis(1));

    @Test
    void readsUntilAnAnswerIsFinal() {
        assertThat(callsUntil(FINE, BUSY, LOST, FINE)).isEqualTo(3);
        assertThat(callsUntil(FINE, LOST, FINE)).isEqualTo(2);
    }

    @Test
    void aRefusalIsFinal() {
        assertThat(callsUntil(REFUSED, REFUSED, FINE)).isOne();
    }

    @Test
    void tellsTheLastAnswerAfterThreeCalls() {
        assertThat(callsUntil(BUSY, BUSY, BUSY, BUSY, FINE)).isEqualTo(3);
    }

    private int callsUntil(HttpAnswer expected, HttpAnswer... script) {
        var answers = new ArrayDeque<>(List.of(script));
        assertThat(retry.read(answers::remove)).isSameAs(expected);
        return script.length - answers.size();
    }
}
