package dev.wakit.testkit.twilio.internal.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;

/** One error of the API. Immutable. */
public record TwilioError(int status, int code, String message) {

    public Reply.Complete reply() {
        ObjectNode body = Json.object().put("code", code).put("message", message);
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code).put("status", status);
        return Reply.json(status, body);
    }
}
