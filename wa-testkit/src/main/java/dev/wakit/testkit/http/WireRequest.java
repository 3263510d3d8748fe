package dev.wakit.testkit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a server received it.
 *
 * <p>Immutable. {@link #toString()} reveals neither address nor content.
 *
 * @since 0.1
 */
public final class WireRequest {

    private static final int ENCODINGS = 3;

    private final int connection;
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    private WireRequest(int connection, String method, String target, Map<String, String> headers, byte[] body) {
        this.connection = connection;
        this.method = method;
        this.target = target;
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        this.headers = sorted;
        this.body = body.clone();
    }

    /**
     * A request.
     *
     * @param connection which connection carried it, counted from 1
     * @param target path and query as received
     * @param headers one value a name
     * @param body the bytes received
     */
    public static WireRequest of(
            int connection, String method, String target, Map<String, String> headers, byte[] body) {
        return new WireRequest(connection, method, target, headers, body);
    }

    /** Which connection carried it, counted from 1. */
    public int connection() {
        return connection;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** Path and query as received. */
    public String target() {
        return target;
    }

    /** The value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the address or the body holds a text, as it is or with percent signs up to three layers deep. */
    public boolean says(String words) {
        String seen = target + "\n" + text();
        for (int layer = 0; layer < ENCODINGS; layer++) {
            if (seen.contains(words)) {
                return true;
            }
            seen = decoded(seen);
        }
        return false;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "WireRequest[" + method + ", " + body.length + " bytes, connection " + connection + "]";
    }
}
