package dev.wakit.provider.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;

/**
 * The headers of a response; names are found whatever their case.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class ResponseHeaders {

    private static final ResponseHeaders NONE = of(Map.of());

    private final Headers values;

    ResponseHeaders(Headers values) {
        this.values = values;
    }

    /** Headers by name. */
    public static ResponseHeaders of(Map<String, List<String>> values) {
        var headers = new Headers.Builder();
        values.forEach((name, all) -> all.forEach(value -> headers.addUnsafeNonAscii(name, value)));
        return new ResponseHeaders(headers.build());
    }

    /** No headers. */
    public static ResponseHeaders none() {
        return NONE;
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All values of a header, in order. */
    public List<String> all(String name) {
        return values.values(name);
    }

    /**
     * How long to wait, as {@code Retry-After} says in seconds or as a date.
     *
     * @param clock what a date is compared with
     * @return zero or more; empty if there is none that can be read
     */
    public Optional<Duration> retryAfter(InstantSource clock) {
        return first("Retry-After").map(String::strip).flatMap(text -> retryAfter(text, clock));
    }

    private static Optional<Duration> retryAfter(String text, InstantSource clock) {
        try {
            Duration wait = text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    /** The names only. */
    @Override
    public String toString() {
        return "ResponseHeaders" + values.names();
    }
}
