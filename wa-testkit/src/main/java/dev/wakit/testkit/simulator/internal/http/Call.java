package dev.wakit.testkit.simulator.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One request, read completely. Owned by the thread that handles it. */
@SuppressWarnings("ArrayRecordComponent")
public record Call(String method, List<String> path, Parameters parameters, Headers headers, byte[] body) {

    static Call read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<String> path = Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                path,
                Parameters.parse(query == null ? "" : query),
                exchange.getRequestHeaders(),
                body);
    }

    /** Returns the parameters of the query, the last value of each. */
    public Map<String, String> query() {
        return parameters.last();
    }

    public boolean is(String wantedMethod, String edge) {
        return method.equals(wantedMethod) && segment(2).equals(edge);
    }

    /** Returns a segment of the path, or an empty string when the path is shorter. */
    public String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** Returns a header, or an empty string when there is none. */
    public String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
