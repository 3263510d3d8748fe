package dev.wakit.provider.twilio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/**
 * A call as it went over the wire.
 *
 * @param name of the example
 * @param method the HTTP method
 * @param path without the query
 * @param query decoded
 * @param form the fields of a form body, decoded; empty for other bodies
 * @param json the JSON body; empty for other bodies
 */
record RecordedCall(
        String name,
        String method,
        String path,
        Map<String, String> query,
        List<Map.Entry<String, String>> form,
        Optional<JsonNode> json) {

    static RecordedCall of(String name, RecordedRequest request) {
        String target = request.getTarget();
        int question = target.indexOf('?');
        var query = new LinkedHashMap<String, String>();
        if (question >= 0) {
            pairs(target.substring(question + 1)).forEach(pair -> query.put(pair.getKey(), pair.getValue()));
        }
        ByteString body = Optional.ofNullable(request.getBody()).orElse(ByteString.EMPTY);
        String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
        return new RecordedCall(
                name,
                request.getMethod(),
                question < 0 ? target : target.substring(0, question),
                query,
                type.contains("form") ? pairs(body.utf8()) : List.of(),
                type.contains("json") ? Json.parse(body.toByteArray()) : Optional.empty());
    }

    /** The same with another body. */
    RecordedCall withForm(List<Map.Entry<String, String>> other) {
        return new RecordedCall(name, method, path, query, other, json);
    }

    /** The same with another body. */
    RecordedCall withJson(JsonNode other) {
        return new RecordedCall(name, method, path, query, form, Optional.of(other));
    }

    private static List<Map.Entry<String, String>> pairs(String text) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            pairs.add(Map.entry(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1])));
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
