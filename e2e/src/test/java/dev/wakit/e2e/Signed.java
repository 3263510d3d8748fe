package dev.wakit.e2e;

import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhook bodies of the account, signed as Meta signs. */
final class Signed {

    private Signed() {}

    static byte[] body(String field, String value) {
        return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"time\":0,\"changes\":[{\"field\":\""
                        + field + "\",\"value\":{" + value + "}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
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
