package dev.wakit.provider.meta.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

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

    private static final Pattern FIELD = Pattern.compile("[ ;]name=\"([^\"]*)\"");

    /** What a scripted server received; the body of a form is an object of its fields, any other that is not JSON is left out. */
    public static RecordedCall of(String name, RecordedRequest request) {
        HttpUrl url = request.getUrl();
        var query = new LinkedHashMap<String, String>();
        url.queryParameterNames().forEach(key -> query.put(key, String.valueOf(url.queryParameter(key))));
        String contentType = String.valueOf(request.getHeaders().get("Content-Type"));
        String type = contentType.replaceFirst(";.*", "");
        ByteString bytes = request.getBody() == null ? ByteString.EMPTY : request.getBody();
        boolean empty = bytes.size() == 0;
        JsonNode body = type.equals("multipart/form-data")
                ? form(contentType, bytes)
                : Json.parse(bytes.toByteArray()).orElse(MissingNode.getInstance());
        return new RecordedCall(name, request.getMethod(), url.encodedPath(), query, empty ? "" : type, body, "");
    }

    private static JsonNode form(String contentType, ByteString body) {
        String boundary = MediaType.get(contentType).parameter("boundary");
        ObjectNode fields = Json.object();
        try (var parts = new MultipartReader(new Buffer().write(body), Objects.requireNonNull(boundary))) {
            for (var part = parts.nextPart(); part != null; part = parts.nextPart()) {
                Matcher field = FIELD.matcher(String.valueOf(part.headers().get("Content-Disposition")));
                if (!field.find()) {
                    throw new IllegalArgumentException("A part of the form has no name: " + part.headers());
                }
                fields.put(field.group(1), part.body().readUtf8());
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return fields;
    }

    /** The same call with another body. */
    public RecordedCall withBody(JsonNode fields) {
        return new RecordedCall(name, method, path, query, mediaType, fields, operation);
    }

    /** The same call with one more query parameter, or another value of it. */
    public RecordedCall withQuery(String key, String value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(key, value);
        return new RecordedCall(name, method, path, changed, mediaType, body, operation);
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
