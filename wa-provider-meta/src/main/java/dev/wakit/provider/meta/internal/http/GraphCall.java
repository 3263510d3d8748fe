package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One management request: anything but a send.
 *
 * @param method the HTTP method
 * @param host which of Meta's hosts answers
 * @param target ids, edges and parameters
 * @param headers further headers; never credentials
 * @param body what is sent along; absent for a GET
 */
public record GraphCall(
        Method method, Host host, GraphRequest target, Map<String, String> headers, Optional<HttpBody> body) {

    /** Copies the headers. */
    public GraphCall {
        headers = Map.copyOf(headers);
    }

    /** A call without further headers. */
    public GraphCall(Method method, Host host, GraphRequest target, Optional<HttpBody> body) {
        this(method, host, target, Map.of(), body);
    }

    /** Meta's hosts, see meta-cloud-api 1.1. */
    public enum Host {
        /** {@code graph.facebook.com}, with the version in the path. */
        GRAPH,
        /** {@code api.facebook.com}, without a version. */
        API
    }

    /** Reads. */
    public static GraphCall get(GraphRequest target) {
        return new GraphCall(Method.GET, Host.GRAPH, target, Optional.empty());
    }

    /** Changes something. */
    public static GraphCall post(GraphRequest target, HttpBody body) {
        return new GraphCall(Method.POST, Host.GRAPH, target, Optional.of(body));
    }

    /** Removes something. */
    public static GraphCall delete(GraphRequest target) {
        return new GraphCall(Method.DELETE, Host.GRAPH, target, Optional.empty());
    }

    /** The same to another host. */
    public GraphCall at(Host other) {
        return new GraphCall(method, other, target, headers, body);
    }

    /** The same with a body. */
    public GraphCall with(HttpBody other) {
        return new GraphCall(method, host, target, headers, Optional.of(other));
    }

    /** The same with a further header. */
    public GraphCall header(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new GraphCall(method, host, target, all, body);
    }

    /** Whether a second one does no more than the first. */
    public boolean isRead() {
        return method == Method.GET;
    }
}
