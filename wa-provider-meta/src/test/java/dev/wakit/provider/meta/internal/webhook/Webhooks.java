package dev.wakit.provider.meta.internal.webhook;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the webhook tests begin with. */
final class Webhooks {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String SECRET = "app-secret";
    static final String OLD_SECRET = "old-app-secret";

    private Webhooks() {}

    static MetaWebhooks codec() {
        return new MetaWebhooks(List.of(SECRET, OLD_SECRET), Optional.of("verify-me"), InstantSource.fixed(NOW));
    }

    static WebhookRequest post(byte[] body, Map<String, String> headers) {
        return WebhookRequest.of("POST", "/webhooks/meta", headers, body);
    }

    static List<InboundEvent> parse(String body) {
        return parse(body.getBytes(StandardCharsets.UTF_8));
    }

    static List<InboundEvent> parse(byte[] body) {
        return codec().parse(post(body, Map.of()));
    }

    /** A body with one change of the field {@code messages}. */
    static String messages(String arrays) {
        return change("messages", arrays);
    }

    /** A body with one change. */
    static String change(String field, String arrays) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"%s","value":{
                "messaging_product":"whatsapp",
                "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},%s}}]}]}""".formatted(field, arrays);
    }

    static String sign(byte[] body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
