package dev.wakit.testkit.meta.internal.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Json;

/** One error of the Graph API; a subcode of 0 and empty details are left out of the envelope. Immutable. */
public record GraphError(
        int status, int code, int subcode, String type, String message, String details, boolean isTransient) {

    static GraphError of(int status, int code, String message, String details) {
        return new GraphError(status, code, 0, "OAuthException", message, details, false);
    }

    public GraphError withStatus(int newStatus) {
        return new GraphError(newStatus, code, subcode, type, message, details, isTransient);
    }

    public ObjectNode envelope(String traceId) {
        ObjectNode root = Json.object();
        ObjectNode error = root.putObject("error");
        error.put("message", message).put("type", type).put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        if (isTransient) {
            error.put("is_transient", true);
        }
        if (!details.isEmpty()) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        error.put("fbtrace_id", traceId);
        return root;
    }
}
