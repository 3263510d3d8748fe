package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.webhook.WebhookReply;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies webhook requests and makes genuine ones durable. Thread-safe. */
final class WebhookIntake implements WebhookEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);

    private final EngineCore engine;

    WebhookIntake(EngineCore engine) {
        this.engine = engine;
    }

    @Override
    public WebhookReply receive(ProviderId provider, WebhookRequest request) {
        return receive(engine.settings().tenant(), provider, request);
    }

    @Override
    public WebhookReply receive(TenantId tenant, ProviderId provider, WebhookRequest request) {
        Optional<WhatsAppProvider> known = engine.provider(provider);
        if (known.isEmpty()) {
            return WebhookReply.of(404);
        }
        WebhookCodec codec = known.get().webhooks();
        return switch (request.method()) {
            case "GET" ->
                codec.handshake(request)
                        .map(challenge -> new WebhookReply(200, challenge))
                        .orElseGet(() -> WebhookReply.of(403));
            case "POST" -> post(tenant, provider, codec, request);
            default -> WebhookReply.of(405);
        };
    }

    private WebhookReply post(TenantId tenant, ProviderId provider, WebhookCodec codec, WebhookRequest request) {
        if (request.body().length > MAX_BODY_BYTES) {
            return WebhookReply.of(413);
        }
        SignatureCheck check = codec.verify(request);
        if (check != SignatureCheck.VALID) {
            LOG.warn("Refused a webhook of provider '{}': its signature is {}", provider, check);
            return WebhookReply.of(401);
        }
        try {
            engine.stores()
                    .inbox()
                    .append(new InboxEntry(tenant, engine.ids().inbox(), provider, request, engine.now(), 0));
        } catch (StoreException e) {
            LOG.error("A webhook of provider '{}' could not be stored; the BSP is asked to send it again", provider, e);
            return WebhookReply.of(503);
        }
        engine.wakeWebhooks();
        return WebhookReply.of(200);
    }
}
