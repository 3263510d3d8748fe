package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.TextMessage;

/** The kinds that are one small object. */
final class SimpleEncoders {

    private SimpleEncoders() {}

    static void text(TextMessage message, ObjectNode envelope) {
        envelope.put("type", "text")
                .putObject("text")
                .put("body", message.body())
                .put("preview_url", message.previewLinks());
    }

    static void location(LocationMessage message, ObjectNode envelope) {
        Fields.putLocation(envelope.put("type", "location").putObject("location"), message.location());
    }

    static void reaction(ReactionMessage message, ObjectNode envelope) {
        // An empty emoji takes an earlier reaction back.
        envelope.put("type", "reaction")
                .putObject("reaction")
                .put("message_id", message.target().value())
                .put("emoji", message.emoji().orElse(""));
    }
}
