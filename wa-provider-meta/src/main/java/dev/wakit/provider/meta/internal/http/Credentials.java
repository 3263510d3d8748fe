package dev.wakit.provider.meta.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token and the proof that its user knows the app secret.
 *
 * @param accessToken the bearer token
 * @param proof HMAC-SHA256 of the token under the app secret, in hex, see meta-cloud-api 1.2; absent if none is sent
 */
record Credentials(String accessToken, Optional<String> proof) {

    private static final String HMAC = "HmacSHA256";

    static Credentials of(String accessToken, Optional<String> secret) {
        return new Credentials(accessToken, secret.map(key -> sign(key, accessToken)));
    }

    private static String sign(String key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
