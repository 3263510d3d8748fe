package dev.wakit.testkit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a server does about one request: an answer, or one of the ways in which an answer fails to come.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public sealed interface WireAnswer {

    /** An answer with a JSON body. */
    static Whole json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** An answer with a page such as a proxy gives. */
    static Whole html(int status) {
        return of(status, "text/html", "<html><head><title>" + status + "</title></head><body>Sorry.</body></html>");
    }

    /** An answer. */
    static Whole of(int status, String contentType, String body) {
        return new Whole(status, Map.of("Content-Type", contentType), body);
    }

    /**
     * A complete answer.
     *
     * @param status the HTTP status
     * @param headers one value a name, without {@code Content-Length}
     * @param text the body, sent as UTF-8
     */
    record Whole(int status, Map<String, String> headers, String text) implements WireAnswer {

        /** Copies the headers. */
        public Whole {
            headers = Map.copyOf(headers);
        }

        /** The bytes of the body. */
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** The same answer with one header more, or changed. */
        public Whole with(String header, String value) {
            var changed = new LinkedHashMap<>(headers);
            changed.put(header, value);
            return new Whole(status, changed, text);
        }

        /** The same answer with another status. */
        public Whole withStatus(int other) {
            return new Whole(other, headers, text);
        }

        /** The same answer with another body. */
        public Whole withText(String other) {
            return new Whole(status, headers, other);
        }

        /** The same answer whose body ends after half of its characters, and says that this is all. */
        public Whole halved() {
            return withText(text.substring(0, text.length() / 2));
        }

        @Override
        public String toString() {
            return "Whole[" + status + ", " + text.length() + " characters]";
        }
    }

    /**
     * A complete answer that comes late.
     *
     * @param answer what comes
     * @param delay how long it is waited for
     */
    record Late(Whole answer, Duration delay) implements WireAnswer {}

    /**
     * An answer whose head comes at once and whose body comes byte by byte.
     *
     * @param answer what comes
     * @param pause before each byte of the body
     */
    record Dripping(Whole answer, Duration pause) implements WireAnswer {}

    /**
     * An answer of which half the body comes; then the connection closes.
     *
     * @param answer what is begun
     */
    record Cut(Whole answer) implements WireAnswer {}

    /** The request is read, and nothing comes. */
    record Silence() implements WireAnswer {}

    /** The request is read, then the connection is reset. */
    record Reset() implements WireAnswer {}

    /** The head of the request is read, then the connection is reset. */
    record EarlyReset() implements WireAnswer {}

    /** A new connection is reset before anything is read; one that is in use, as {@link EarlyReset} does. */
    record HangUp() implements WireAnswer {}

    /**
     * An answer that depends on the request.
     *
     * @param answer gives it; may be called by several threads at once, and must not give another {@code Computed}
     */
    record Computed(Function<WireRequest, WireAnswer> answer) implements WireAnswer {}
}
