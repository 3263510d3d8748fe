package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.provider.ProviderId;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as Meta would post them, with content that the simulator does not make. */
final class SignedWebhook {

    private SignedWebhook() {}

    /** Hands a change to the engine, which must take it over. */
    static void post(CampaignEngine engine, MetaSimulator simulator, String field, String content) {
        var request = request(simulator.appSecret(), body(simulator.phoneNumberId(), field, content));
        assertThat(engine.webhooks().receive(ProviderId.of("meta"), request).status())
                .isEqualTo(200);
    }

    /** A body with one change, for a number of ours. */
    static byte[] body(String phoneNumberId, String field, String content) {
        return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"" + field
                        + "\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\""
                        + phoneNumberId + "\"}," + content + "}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static WebhookRequest request(String appSecret, byte[] body) {
        return WebhookRequest.of(
                "POST", "/webhooks/meta", Map.of("X-Hub-Signature-256", "sha256=" + sign(appSecret, body)), body);
    }

    static void postStatuses(CampaignEngine engine, MetaSimulator simulator, List<String> statuses) {
        post(engine, simulator, "messages", "\"statuses\":[" + String.join(",", statuses) + "]");
    }

    /** A status of a message, with the attempt ref that it was sent with. */
    static String status(LedgerEntry message, String status, Instant at, String more) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_id\":\"%s\",\"biz_opaque_callback_data\":\"%s\"%s}"
                .formatted(
                        message.wamid(),
                        status,
                        at.getEpochSecond(),
                        message.recipient(),
                        message.callbackData(),
                        more);
    }

    /** A status of a message without its attempt ref. */
    static String statusWithoutRef(LedgerEntry message, String status, Instant at) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_id\":\"%s\"}"
                .formatted(message.wamid(), status, at.getEpochSecond(), message.recipient());
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
