package dev.wakit.testkit.meta.internal.reply;

import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.simulator.internal.http.Reply;

/** Replies of the Graph API that are no success. */
public final class GraphReply {

    private GraphReply() {}

    public static Reply.Complete error(GraphError error, String traceId) {
        return Reply.json(error.status(), error.envelope(traceId));
    }
}
