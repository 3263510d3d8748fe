package dev.wakit.provider.meta.internal.webhook;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Meta's webhooks. Thread-safe. */
public final class MetaWebhooks implements WebhookCodec {

    private final Handshake handshake;
    private final SignatureVerifier signature;
    private final NotificationParser parser;

    /**
     * A codec.
     *
     * @param appSecrets at least one; several while a secret is being rotated
     */
    public MetaWebhooks(List<String> appSecrets, Optional<String> verifyToken, InstantSource clock) {
        this.handshake = new Handshake(verifyToken);
        this.signature = new SignatureVerifier(appSecrets);
        this.parser = new NotificationParser(clock);
    }

    @Override
    public Optional<String> handshake(WebhookRequest request) {
        return handshake.answer(request);
    }

    @Override
    public SignatureCheck verify(WebhookRequest request) {
        return signature.verify(request);
    }

    @Override
    public List<InboundEvent> parse(WebhookRequest request) {
        return parser.parse(request.body());
    }
}
