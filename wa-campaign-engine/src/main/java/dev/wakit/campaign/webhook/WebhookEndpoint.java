package dev.wakit.campaign.webhook;

import dev.wakit.TenantId;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;

/**
 * Takes over what a BSP posts.
 *
 * <p>A POST is answered with 200 only when its body is genuine and durable. It is processed afterwards, in the background.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface WebhookEndpoint {

    /** The largest body taken: 4 MiB. Meta sends up to 3 MB; a web framework's own limit must be at least this. */
    int MAX_BODY_BYTES = 4 * 1024 * 1024;

    /**
     * Handles one request: the handshake of a GET, or the events of a POST.
     *
     * @return 200 with the challenge, or 200 after the body is durable; 401 for a bad signature; 403 for a handshake that is not
     *     ours; 404 for an unknown provider; 405, 413; 503 when the database does not answer, so that the BSP tries again
     */
    WebhookReply receive(TenantId tenant, ProviderId provider, WebhookRequest request);

    /** The same for the engine's own tenant. */
    WebhookReply receive(ProviderId provider, WebhookRequest request);
}
