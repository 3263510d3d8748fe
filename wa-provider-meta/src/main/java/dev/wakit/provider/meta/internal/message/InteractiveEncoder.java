package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.interactive.InteractiveHeader;

/** The frame of an interactive message; what stands inside is written by {@link Actions}. */
final class InteractiveEncoder {

    private InteractiveEncoder() {}

    static void encode(InteractiveMessage message, ObjectNode envelope) {
        ObjectNode interactive = envelope.put("type", "interactive").putObject("interactive");
        interactive.put("type", Actions.wireType(message.action()));
        message.header().ifPresent(header -> header(interactive.putObject("header"), header));
        message.body().ifPresent(text -> interactive.putObject("body").put("text", text));
        message.footer().ifPresent(text -> interactive.putObject("footer").put("text", text));
        Actions.encode(message.action(), interactive.putObject("action"));
    }

    static void header(ObjectNode node, InteractiveHeader header) {
        if (header instanceof InteractiveHeader.Text text) {
            node.put("type", "text").put("text", text.text());
        } else if (header instanceof InteractiveHeader.Image image) {
            Fields.putSource(node.put("type", "image").putObject("image"), image.source());
        } else if (header instanceof InteractiveHeader.Video video) {
            Fields.putSource(node.put("type", "video").putObject("video"), video.source());
        } else if (header instanceof InteractiveHeader.Document document) {
            ObjectNode file = Fields.putSource(node.put("type", "document").putObject("document"), document.source());
            Fields.put(file, "filename", document.filename());
        }
    }
}
