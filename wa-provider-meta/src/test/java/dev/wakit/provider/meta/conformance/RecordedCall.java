package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wakit.provider.meta.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A request as it went over the wire, to be compared with Meta's document.
 *
 * @param name what to call it in a report
 * @param method the HTTP method
 * @param path the path with the Graph version, without query
 * @param query the query parameters, decoded
 * @param mediaType the media type of the body, without parameters; empty without a body
 * @param body the JSON of the body, or the fields of a form; missing without a body
 * @param operation the {@code operationId} to compare with; empty where the path alone tells it
 */
public record RecordedCall(
        String name,
        String method,
        String path,
        Map<String, String> query,
        String mediaType,
        JsonNode body,
        String operation) {

    /** What a scripted server received; a body that is not JSON is left out, see {@link #withBody}. */
    public static RecordedCall of(String name, RecordedRequest request) {
        HttpUrl url = request.getUrl();
        var query = new LinkedHashMap<String, String>();
        url.queryParameterNames().forEach(key -> query.put(key, String.valueOf(url.queryParameter(key))));
        String type = String.valueOf(request.getHeaders().get("Content-Type")).replaceFirst(";.*", "");
        boolean empty = request.getBody() == null || request.getBody().size() == 0;
        JsonNode body = empty
                ? MissingNode.getInstance()
                : Json.parse(request.getBody().toByteArray()).orElse(MissingNode.getInstance());
        return new RecordedCall(name, request.getMethod(), url.encodedPath(), query, empty ? "" : type, body, "");
    }

    /** The same call with its body given as the fields of a form. */
    public RecordedCall withBody(JsonNode fields) {
        return new RecordedCall(name, method, path, query, mediaType, fields, operation);
    }

    /** The same call, compared with this operation, where several have the same path. */
    public RecordedCall as(String operationId) {
        return new RecordedCall(name, method, path, query, mediaType, body, operationId);
    }

    @Override
    public String toString() {
        return name;
    }
}
