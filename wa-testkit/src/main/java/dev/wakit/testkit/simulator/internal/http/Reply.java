package dev.wakit.testkit.simulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.nio.charset.StandardCharsets;

/** What goes back to the client. Immutable. */
public sealed interface Reply {

    /** A complete answer. */
    @SuppressWarnings("ArrayRecordComponent")
    record Complete(int status, String contentType, byte[] body) implements Reply {}

    /** An answer that announces its whole length and ends in the middle. */
    @SuppressWarnings("ArrayRecordComponent")
    record Truncated(int status, String contentType, byte[] body) implements Reply {}

    /** No answer: the connection is closed. */
    record Hangup() implements Reply {}

    String JSON = "application/json; charset=UTF-8";

    static Complete json(JsonNode body) {
        return json(200, body);
    }

    static Complete json(int status, JsonNode body) {
        return new Complete(status, JSON, Json.bytes(body));
    }

    static Complete html(int status, String title) {
        String page = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>\n";
        return new Complete(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
