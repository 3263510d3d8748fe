package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.provider.ProviderId;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhook bodies of the account, signed as Meta signs. */
final class Signed {

    private Signed() {}

    /** A body that names no time. */
    static byte[] body(String field, String value) {
        return body("1", Instant.EPOCH, field, value);
    }

    /** A body of one account, said at a time. */
    static byte[] body(String account, Instant at, String field, String value) {
        return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + account + "\",\"time\":"
                        + at.getEpochSecond() + ",\"changes\":[{\"field\":\"" + field + "\",\"value\":{" + value
                        + "}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Hands a body to an engine as the webhook of one of its providers; it must take it over. */
    static void post(CampaignEngine engine, ProviderId receiver, MetaSimulator simulator, byte[] body) {
        var request = WebhookRequest.of(
                "POST", "/webhooks/meta", Map.of("X-Hub-Signature-256", signature(simulator, body)), body);
        assertThat(engine.webhooks().receive(receiver, request).status()).isEqualTo(200);
    }

    static String signature(MetaSimulator simulator, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(simulator.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every Java has HmacSHA256", e);
        }
    }
}
