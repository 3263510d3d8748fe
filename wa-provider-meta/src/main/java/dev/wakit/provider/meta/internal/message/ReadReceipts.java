package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.AuthenticationException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.WhatsAppException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;

/**
 * Read receipts and typing indicators. They go to the edge of messages but send none, and twice says no more than once, so unlike a
 * send they are repeated. They do not count against the hourly budget of management calls, so unlike those they never wait for it.
 */
public final class ReadReceipts {

    private static final int TRIES = 3;

    private final GraphTransport transport;
    private final ErrorPolicy errors;

    public ReadReceipts(GraphTransport transport, ErrorPolicy errors) {
        this.transport = transport;
        this.errors = errors;
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
        for (int tries = 1; tries < TRIES && mayPass(answer); tries++) {
            answer = transport.post(target, json).join();
        }
        check(answer);
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

    private static boolean mayPass(HttpAnswer answer) {
        return !(answer instanceof HttpAnswer.Response response) || response.status() >= 500;
    }

    private void check(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Broken broken) {
            throw new ProviderUnavailableException("Meta could not be reached: "
                    + broken.failure().detail() + ". Check the network and try again later.");
        }
        var response = (HttpAnswer.Response) answer;
        if (!response.isSuccess()) {
            throw response.json()
                    .flatMap(body -> GraphErrors.fromResponse(body, response.status()))
                    .map(this::refused)
                    .orElseGet(() -> new ProviderUnavailableException("Meta's answer cannot be read (HTTP "
                            + response.status() + "). Check that no proxy stands in between, and try again later."));
        }
    }

    private WhatsAppException refused(ProviderError error) {
        ErrorRule rule = errors.ruleFor(error);
        String text = "Meta refused the read receipt (" + error.code()
                + (error.title().isEmpty() ? "" : ": " + error.title()) + "). " + rule.advice();
        return switch (rule.category()) {
            case AUTH -> new AuthenticationException(text);
            case THROTTLE -> new RateLimitedException(text);
            case SERVICE -> new ProviderUnavailableException(text);
            default -> new RequestRefusedException(text);
        };
    }
}
