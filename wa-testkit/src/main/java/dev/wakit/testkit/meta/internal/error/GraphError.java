package dev.wakit.testkit.meta.internal.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;

/** One error of the Graph API; a subcode of 0 and empty texts are left out of the envelope. Immutable. */
public record GraphError(
        int status,
        int code,
        int subcode,
        String type,
        String message,
        String details,
        boolean isTransient,
        String userTitle,
        String userMessage) {

    /** An error without words for users. */
    public GraphError(
            int status, int code, int subcode, String type, String message, String details, boolean isTransient) {
        this(status, code, subcode, type, message, details, isTransient, "", "");
    }

    static GraphError of(int status, int code, String message, String details) {
        return new GraphError(status, code, 0, "OAuthException", message, details, false);
    }

    public GraphError withStatus(int newStatus) {
        return new GraphError(newStatus, code, subcode, type, message, details, isTransient, userTitle, userMessage);
    }

    /** The same with a title and a message for users, as refusals of management calls have them. */
    public GraphError forUsers(String title, String text) {
        return new GraphError(status, code, subcode, type, message, details, isTransient, title, text);
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
        if (!userTitle.isEmpty()) {
            error.put("error_user_title", userTitle).put("error_user_msg", userMessage);
        }
        error.put("fbtrace_id", traceId);
        return root;
    }
}
