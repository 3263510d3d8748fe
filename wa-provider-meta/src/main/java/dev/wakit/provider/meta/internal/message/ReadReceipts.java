package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.WhatsAppException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.api.Refusals;
import dev.wakit.provider.meta.internal.http.CloudTransport;
import dev.wakit.provider.meta.internal.http.GraphRequest;

/**
 * Read receipts and typing indicators. They go to the edge of messages but send none, and twice says no more than once, so unlike a
 * send they are repeated. They do not count against the hourly budget of management calls, so unlike those they never wait for it.
 */
public final class ReadReceipts {

    private static final int TRIES = 3;

    private final CloudTransport transport;
    private final Refusals refusals;

    public ReadReceipts(CloudTransport transport, ErrorPolicy errors) {
        this.transport = transport;
        this.refusals = new Refusals(errors, transport.name());
    }

    /**
     * Marks a message read.
     *
     * @throws WhatsAppException by what the caller can do about it
     */
    public void send(SenderId sender, MessageId received, boolean typing) {
        var target = GraphRequest.to(sender.value(), "messages");
        byte[] json = Json.write(body(received, typing));
        HttpAnswer answer = transport.post(target, json).join();
        for (int tries = 1; tries < TRIES && refusals.mayPass(answer); tries++) {
            answer = transport.post(target, json).join();
        }
        if (!(answer instanceof HttpAnswer.Response response && response.isSuccess())) {
            throw refusals.exception(true, answer);
        }
    }

    private static ObjectNode body(MessageId received, boolean typing) {
        ObjectNode body = Json.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", received.value());
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return body;
    }
}
