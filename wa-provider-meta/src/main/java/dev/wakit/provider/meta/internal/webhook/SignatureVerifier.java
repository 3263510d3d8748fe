package dev.wakit.provider.meta.internal.webhook;

import dev.wakit.provider.http.Hmac;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Checks {@code X-Hub-Signature-256} over the bytes received; the older SHA-1 header is ignored. */
final class SignatureVerifier {

    private static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_LENGTH = 64;

    private final List<Hmac> secrets;

    SignatureVerifier(List<String> secrets) {
        this.secrets = secrets.stream().map(Hmac::sha256).toList();
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
        return Hmac.anySigned(secrets, request.body(), claimed.get()) ? SignatureCheck.VALID : SignatureCheck.INVALID;
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
}
