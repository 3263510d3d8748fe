package dev.wakit.provider.meta.internal.webhook;

import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks {@code X-Hub-Signature-256} over the bytes received; the older SHA-1 header is ignored. */
final class SignatureVerifier {

    private static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_LENGTH = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> secrets;

    SignatureVerifier(List<String> secrets) {
        this.secrets = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    SignatureCheck verify(WebhookRequest request) {
        Optional<String> header = request.header(HEADER);
        if (header.isEmpty()) {
            return SignatureCheck.MISSING;
        }
        Optional<byte[]> claimed = decode(header.get());
        if (claimed.isEmpty()) {
            return SignatureCheck.INVALID;
        }
        byte[] body = request.body();
        boolean valid = false;
        for (SecretKeySpec secret : secrets) {
            // Not ||: every secret is tried, so that the time taken does not tell which one matched.
            valid |= MessageDigest.isEqual(hmac(secret, body), claimed.get());
        }
        return valid ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }

    private static Optional<byte[]> decode(String header) {
        if (!header.startsWith(PREFIX) || header.length() != PREFIX.length() + HEX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(header.substring(PREFIX.length())));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(SecretKeySpec secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, e);
        }
    }
}
