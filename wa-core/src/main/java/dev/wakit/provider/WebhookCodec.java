package dev.wakit.provider;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a BSP posts: first whether it is genuine, then what it says.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface WebhookCodec {

    /**
     * Answers the BSP's verification request.
     *
     * @return the text to send back with status 200 as {@code text/plain}, or empty if the request is not a valid handshake
     */
    Optional<String> handshake(WebhookRequest request);

    /** Checks the signature over the raw bytes, in constant time, against every configured secret. */
    SignatureCheck verify(WebhookRequest request);

    /**
     * Splits a genuine body into events.
     *
     * <p>Never throws on content: what cannot be read becomes an {@link dev.wakit.inbound.UnknownEvent}.
     */
    List<InboundEvent> parse(WebhookRequest request);
}
