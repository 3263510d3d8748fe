package dev.wakit.provider.meta.internal.http;

import java.util.Optional;

/**
 * One management request: anything but a send.
 *
 * @param method the HTTP method
 * @param host which of Meta's hosts answers
 * @param target ids, edges and parameters
 * @param body what is sent along; absent for a GET
 */
public record GraphCall(Method method, Host host, GraphRequest target, Optional<GraphBody> body) {

    /** HTTP methods that the Graph API uses. */
    public enum Method {
        /** Reads; may be repeated. */
        GET,
        /** Changes something; never repeated. */
        POST,
        /** Removes something; never repeated. */
        DELETE
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
    public static GraphCall post(GraphRequest target, GraphBody body) {
        return new GraphCall(Method.POST, Host.GRAPH, target, Optional.of(body));
    }

    /** Removes something. */
    public static GraphCall delete(GraphRequest target) {
        return new GraphCall(Method.DELETE, Host.GRAPH, target, Optional.empty());
    }

    /** The same to another host. */
    public GraphCall at(Host other) {
        return new GraphCall(method, other, target, body);
    }

    /** The same with a body. */
    public GraphCall with(GraphBody other) {
        return new GraphCall(method, host, target, Optional.of(other));
    }

    /** Whether a second one does no more than the first. */
    public boolean isRead() {
        return method == Method.GET;
    }
}
