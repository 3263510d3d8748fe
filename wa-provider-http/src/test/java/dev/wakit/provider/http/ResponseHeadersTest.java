package dev.wakit.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void findsAHeaderWhateverItsCase() {
        var headers = ResponseHeaders.of(Map.of("X-Request-ID", List.of("a", "b")));

        assertThat(headers.first("x-request-id")).contains("a");
        assertThat(headers.all("X-REQUEST-ID")).containsExactly("a", "b");
        assertThat(headers.first("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7|7", " 0 |0", "Sat, 21 Nov 2026 10:01:30 GMT|90", "Sat, 21 Nov 2026 09:00:00 GMT|0"})
    void readsRetryAfterInSecondsAndAsADate(String header, long seconds) {
        assertThat(retryAfter(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999999999999", "9223372036854775807x"})
    void anUnreadableRetryAfterIsNone(String header) {
        assertThat(retryAfter(header)).isEmpty();
    }

    private static Optional<Duration> retryAfter(String header) {
        return ResponseHeaders.of(Map.of("Retry-After", List.of(header))).retryAfter(() -> NOW);
    }
}
