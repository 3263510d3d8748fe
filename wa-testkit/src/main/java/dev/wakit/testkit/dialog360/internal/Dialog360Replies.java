package dev.wakit.testkit.dialog360.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.concurrent.atomic.AtomicLong;

/** Replies in 360dialog's own form. Thread-safe. */
final class Dialog360Replies {

    private static final int BAD_REQUEST = 400;

    private final AtomicLong traces = new AtomicLong();

    Reply of(int status, String text) {
        ObjectNode root = Json.object();
        root.putObject("meta")
                .put("api_status", "stable")
                .put("success", status < BAD_REQUEST)
                .put("http_code", status)
                .put("developer_message", text)
                .put("360dialog_trace_id", "d360-" + traces.incrementAndGet());
        return Reply.json(status, root);
    }
}
