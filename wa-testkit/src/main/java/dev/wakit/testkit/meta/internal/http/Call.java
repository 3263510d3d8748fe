package dev.wakit.testkit.meta.internal.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request, read completely. Owned by the thread that handles it. */
@SuppressWarnings("ArrayRecordComponent")
record Call(
        String method,
        List<String> path,
        Map<String, String> query,
        String token,
        String contentType,
        String fileOffset,
        byte[] body) {

    private static final String BEARER = "Bearer ";

    /** The scheme of the resumable upload. */
    private static final String OAUTH = "OAuth ";

    static Call read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String authorization = header(exchange, "Authorization");
        String token = token(authorization, query);
        List<String> path = Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return new Call(
                exchange.getRequestMethod(),
                path,
                query,
                token,
                header(exchange, "Content-Type"),
                header(exchange, "file_offset"),
                body);
    }

    private static String token(String authorization, Map<String, String> query) {
        if (authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length());
        }
        return authorization.startsWith(OAUTH)
                ? authorization.substring(OAUTH.length())
                : query.getOrDefault("access_token", "");
    }

    boolean is(String wantedMethod, String edge) {
        return method.equals(wantedMethod) && segment(2).equals(edge);
    }

    /** Returns a segment of the path, or an empty string when the path is shorter. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(decode(name), decode(value));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
