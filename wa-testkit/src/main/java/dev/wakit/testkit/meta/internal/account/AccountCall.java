package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** One authorised request: what stands after the version in its path, its parameters, and its JSON if it has any. Immutable. */
public record AccountCall(String method, List<String> path, Map<String, String> query, JsonNode body) {

    public String id() {
        return segment(0);
    }

    public boolean is(String wantedMethod, String edge) {
        return method.equals(wantedMethod) && segment(1).equals(edge) && path.size() <= 2;
    }

    public boolean isOf(String edge) {
        return segment(1).equals(edge);
    }

    /** Returns a segment of the path, or an empty string when the path is shorter. */
    public String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** Returns a text of the body, or an empty string. */
    public String text(String field) {
        return body.path(field).asText("");
    }
}
