package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.provider.http.Hmac;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks {@code X-Twilio-Signature}, see bsp-apis 2.7. Thread-safe. */
final class TwilioSignature {

    private static final String HEADER = "X-Twilio-Signature";
    private static final String BODY_HASH = "bodySHA256";
    private static final int LENGTH = 20;

    private final SignedAddresses addresses;
    private volatile List<Hmac> tokens;

    TwilioSignature(List<String> tokens, SignedAddresses addresses) {
        this.addresses = addresses;
        this.tokens = keys(tokens);
    }

    /** Checks with these tokens from now on. */
    void replaceTokens(List<String> others) {
        tokens = keys(others);
    }

    // The algorithm is Twilio's; as a keyed hash SHA-1 still holds.
    private static List<Hmac> keys(List<String> tokens) {
        return tokens.stream().map(Hmac::sha1).toList();
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
        Optional<String> parameters = isForm(request) ? Optional.of(parameters(request)) : ofHashedBody(request);
        if (parameters.isEmpty()) {
            return SignatureCheck.INVALID;
        }
        boolean valid = false;
        for (String address : addresses.of(request)) {
            byte[] signed = (address + parameters.get()).getBytes(StandardCharsets.UTF_8);
            // Not ||: everything is tried, so that the time taken does not tell what matched.
            valid |= Hmac.anySigned(tokens, signed, claimed.get());
        }
        return valid ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }

    /** Whether the parameters of the body are signed; a body of any other type is signed by its hash. */
    static boolean isForm(WebhookRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return !type.contains("json") && request.queryParameter(BODY_HASH).isEmpty();
    }

    private static String parameters(WebhookRequest request) {
        var text = new StringBuilder();
        FormBody.parse(request.body()).fields().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> field) -> field.getKey()))
                .forEach(field -> text.append(field.getKey()).append(field.getValue()));
        return text.toString();
    }

    /** Nothing is signed beside the address, which holds the hash of the body; empty if that is another body's. */
    private static Optional<String> ofHashedBody(WebhookRequest request) {
        return request.queryParameter(BODY_HASH)
                .filter(hash -> MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.UTF_8),
                        sha256(request.body()).getBytes(StandardCharsets.UTF_8)))
                .map(hash -> "");
    }

    private static Optional<byte[]> decode(String header) {
        try {
            return Optional.of(Base64.getDecoder().decode(header.strip())).filter(bytes -> bytes.length == LENGTH);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", e);
        }
    }
}
