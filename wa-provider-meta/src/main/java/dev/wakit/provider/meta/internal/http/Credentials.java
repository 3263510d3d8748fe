package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.http.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A token and the proof that its user knows the app secret.
 *
 * @param accessToken the bearer token
 * @param proof HMAC-SHA256 of the token under the app secret, in hex, see meta-cloud-api 1.2; absent if none is sent
 */
record Credentials(String accessToken, Optional<String> proof) {

    static Credentials of(String accessToken, Optional<String> secret) {
        return new Credentials(accessToken, secret.map(key -> sign(key, accessToken)));
    }

    private static String sign(String key, String text) {
        return HexFormat.of().formatHex(Hmac.sha256(key).sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
