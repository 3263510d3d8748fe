package dev.wakit.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request of a BSP to the host's webhook endpoint, as it arrived.
 *
 * <p>The body is kept as the bytes received, because signatures are computed over them and any re-encoding breaks the check.
 * Header names are case-insensitive. Immutable: the body is copied in and out.
 *
 * @since 0.1
 */
public final class WebhookRequest {

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    private WebhookRequest(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.target = target;
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        this.headers = sorted;
        this.body = body.clone();
    }

    /**
     * Copies a request.
     *
     * @param method {@code GET} or {@code POST}
     * @param target path with the query exactly as received, such as {@code /webhooks/meta?hub.mode=subscribe}; for BSPs that
     *     sign the address, the full public address
     * @param headers one value a name
     * @param body the bytes received, empty for a GET
     */
    public static WebhookRequest of(String method, String target, Map<String, String> headers, byte[] body) {
        return new WebhookRequest(method, target, headers, body);
    }

    /** The HTTP method in upper case. */
    public String method() {
        return method;
    }

    /** Path and query exactly as received. */
    public String target() {
        return target;
    }

    /** The value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** All headers. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** A copy of the bytes received. */
    public byte[] body() {
        return body.clone();
    }

    /** The first value of a query parameter, decoded. */
    public Optional<String> queryParameter(String name) {
        int question = target.indexOf('?');
        if (question < 0) {
            return Optional.empty();
        }
        for (String pair : target.substring(question + 1).split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (decode(key).equals(name)) {
                return Optional.of(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + method + ", " + body.length + " bytes]";
    }
}
