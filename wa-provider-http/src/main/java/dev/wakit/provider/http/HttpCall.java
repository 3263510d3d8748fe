package dev.wakit.provider.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * One request: a method, an address, headers and a body.
 *
 * <p>Immutable; its methods that take one argument return a copy with one more part.
 *
 * @since 0.1
 */
public final class HttpCall {

    private static final Pattern NAME = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

    private final Method method;
    private final HttpUrl target;
    private final Map<String, String> headers;
    private final HttpBody body;
    private final int maxAnswerBytes;

    private HttpCall(Method method, HttpUrl target, Map<String, String> headers, HttpBody body, int maxAnswerBytes) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /** HTTP methods. */
    public enum Method {
        /** Reads; may be repeated. */
        GET,
        /** Changes something; never repeated. */
        POST,
        /** Puts something in place; never repeated. */
        PUT,
        /** Changes a part of something; never repeated. */
        PATCH,
        /** Removes something; never repeated. */
        DELETE
    }

    /**
     * A request without headers of its own; {@code User-Agent} and {@code Accept: application/json} are added.
     *
     * @param method the HTTP method
     * @param url http or https, see {@link RequestUrl}
     * @param body what is sent along; {@link HttpBody#none()} with GET
     * @throws IllegalArgumentException if a GET has a body, or the address is neither http nor https
     */
    public static HttpCall of(Method method, URI url, HttpBody body) {
        return of(method, RequestUrl.of(url), body);
    }

    /**
     * A request as {@link #of(Method, URI, HttpBody)} makes it, to an address that need not be read again.
     *
     * @throws IllegalArgumentException if a GET has a body
     */
    public static HttpCall of(Method method, RequestUrl url, HttpBody body) {
        checkBody(method, body);
        return new HttpCall(method, url.target(), Map.of(), body, Json.MAX_BYTES);
    }

    private static void checkBody(Method method, HttpBody body) {
        if (method == Method.GET && !(body instanceof HttpBody.None)) {
            throw new IllegalArgumentException("A GET has no body. Put what it asks for into the address.");
        }
    }

    /** Reads. */
    public static HttpCall get(URI url) {
        return of(Method.GET, url, HttpBody.none());
    }

    /** Changes something. */
    public static HttpCall post(URI url, HttpBody body) {
        return of(Method.POST, url, body);
    }

    /** Removes something. */
    public static HttpCall delete(URI url) {
        return of(Method.DELETE, url, HttpBody.none());
    }

    /** The same with a header, which replaces one of that exact name; see {@link #headers(Map)}. */
    public HttpCall header(String name, String value) {
        return headers(Map.of(name, value));
    }

    /**
     * The same with further headers.
     *
     * @throws IllegalArgumentException naming the header whose name or value HTTP cannot carry; the value is not shown
     */
    public HttpCall headers(Map<String, String> further) {
        further.forEach(HttpCall::check);
        var all = new LinkedHashMap<>(headers);
        all.putAll(further);
        return new HttpCall(method, target, Map.copyOf(all), body, maxAnswerBytes);
    }

    /**
     * The same that reads at most so much of the answer; a longer body counts as none. {@link Json#MAX_BYTES} by default.
     *
     * @param maxAnswerBytes 1 or more
     */
    public HttpCall maxAnswerBytes(int maxAnswerBytes) {
        if (maxAnswerBytes < 1) {
            throw new IllegalArgumentException("maxAnswerBytes must be at least 1, but is " + maxAnswerBytes + ".");
        }
        return new HttpCall(method, target, headers, body, maxAnswerBytes);
    }

    /**
     * The same with another body.
     *
     * @throws IllegalArgumentException if a GET gets one
     */
    public HttpCall body(HttpBody body) {
        checkBody(method, body);
        return new HttpCall(method, target, headers, body, maxAnswerBytes);
    }

    /** The HTTP method. */
    public Method method() {
        return method;
    }

    /** The address; may hold personal data and credentials. */
    public URI url() {
        return target.uri();
    }

    HttpUrl target() {
        return target;
    }

    /** The headers by name; may hold credentials. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What is sent along. */
    public HttpBody body() {
        return body;
    }

    /** How much of the answer's body is read. */
    public int maxAnswerBytes() {
        return maxAnswerBytes;
    }

    /** Whether a second one does no more than the first. */
    public boolean isRead() {
        return method == Method.GET;
    }

    // OkHttp would refuse it too, with a text that shows the value.
    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("The header '" + name
                    + "' has a name or a value that HTTP cannot carry. Use visible ASCII, without line breaks.");
        }
    }

    /** The method and the host only, since the rest may hold credentials and personal data. */
    @Override
    public String toString() {
        return "HttpCall[" + method + " " + target.host() + "]";
    }
}
