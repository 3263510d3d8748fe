package dev.wakit.provider.dialog360.internal.webhook;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.http.Hmac;
import dev.wakit.provider.meta.cloud.CloudWebhooks;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 360dialog's webhooks: Meta's bodies, signed for partners with their platform secret, marked for others with the headers that were
 * set with the address. There is no handshake. Thread-safe.
 */
public final class Dialog360Codec implements WebhookCodec {

    private static final String SIGNATURE = "x-360dialog-signature";
    private static final String PREFIX = "sha256=";
    private static final int HEX_LENGTH = 64;

    private final List<Hmac> secrets;
    private final Map<String, List<String>> headers;
    private final CloudWebhooks reader;

    /**
     * A codec; at least one of the two proofs is configured, and what is configured must hold.
     *
     * @param secrets the platform secrets of a partner; several while one is being replaced
     * @param headers the values that each header may have
     */
    public Dialog360Codec(List<String> secrets, Map<String, List<String>> headers, InstantSource clock) {
        this.secrets = secrets.stream().map(Hmac::sha256).toList();
        this.headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, header -> List.copyOf(header.getValue())));
        this.reader = new CloudWebhooks(clock);
    }

    @Override
    public Optional<String> handshake(WebhookRequest request) {
        return Optional.empty();
    }

    @Override
    public SignatureCheck verify(WebhookRequest request) {
        SignatureCheck signature = secrets.isEmpty() ? SignatureCheck.VALID : signature(request);
        if (signature != SignatureCheck.VALID) {
            return signature;
        }
        for (Map.Entry<String, List<String>> wanted : headers.entrySet()) {
            SignatureCheck header = header(request.header(wanted.getKey()), wanted.getValue());
            if (header != SignatureCheck.VALID) {
                return header;
            }
        }
        return SignatureCheck.VALID;
    }

    private SignatureCheck signature(WebhookRequest request) {
        Optional<String> claimed = request.header(SIGNATURE);
        if (claimed.isEmpty()) {
            return SignatureCheck.MISSING;
        }
        boolean valid = decode(claimed.get().strip())
                .filter(signature -> Hmac.anySigned(secrets, request.body(), signature))
                .isPresent();
        return valid ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }

    /** The documentation does not say how the bytes are written; hex and Base64 cannot be taken for each other. */
    private static Optional<byte[]> decode(String header) {
        String text = header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : header;
        try {
            return Optional.of(
                    text.length() == HEX_LENGTH
                            ? HexFormat.of().parseHex(text)
                            : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }

    private static SignatureCheck header(Optional<String> given, List<String> allowed) {
        if (given.isEmpty()) {
            return SignatureCheck.MISSING;
        }
        byte[] bytes = given.get().getBytes(StandardCharsets.UTF_8);
        boolean valid = false;
        for (String value : allowed) {
            // Not ||: every value is compared, so that the time taken does not tell which one matched.
            valid |= MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), bytes);
        }
        return valid ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }

    @Override
    public List<InboundEvent> parse(WebhookRequest request) {
        return reader.parse(request.body());
    }
}
