package dev.wakit.samples.quickstart.provider;

import dev.wakit.WhatsAppException;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.message.MessageId;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sparrow's webhooks: a form with one status, signed together with the address that it is posted to. */
final class SparrowWebhooks implements WebhookCodec {

    static final String SIGNATURE = "X-Sparrow-Signature";

    private static final Map<String, MessageStatus> STATES = Map.of(
            "sent", MessageStatus.SENT,
            "delivered", MessageStatus.DELIVERED,
            "read", MessageStatus.READ,
            "failed", MessageStatus.FAILED);

    private final List<String> secrets;

    SparrowWebhooks(List<String> secrets) {
        this.secrets = secrets;
    }

    @Override
    public Optional<String> handshake(WebhookRequest request) {
        return Optional.empty();
    }

    // region verify
    @Override
    public SignatureCheck verify(WebhookRequest request) {
        Optional<String> claimed = request.header(SIGNATURE);
        if (claimed.isEmpty()) {
            return SignatureCheck.MISSING;
        }
        byte[] theirs = claimed.get().getBytes(StandardCharsets.UTF_8);
        boolean valid = false;
        for (String secret : secrets) {
            byte[] ours = sign(request.target(), request.body(), secret).getBytes(StandardCharsets.UTF_8);
            valid |= MessageDigest.isEqual(ours, theirs);
        }
        return valid ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }
    // endregion

    static String sign(String target, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(target.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HmacSHA256", e);
        }
    }

    // region parse
    @Override
    public List<InboundEvent> parse(WebhookRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        try {
            return List.of(read(SparrowForm.read(body), request.queryParameter("ref")));
        } catch (WhatsAppException | IllegalArgumentException | DateTimeException notOfThatForm) {
            var source = EventSource.builder("unreadable", Instant.EPOCH).raw(body);
            return List.of(new UnknownEvent(source.build(), "unreadable"));
        }
    }
    // endregion

    private static InboundEvent read(Map<String, String> form, Optional<String> callbackData) {
        MessageStatus state = STATES.get(form.getOrDefault("state", ""));
        if (state == null) {
            throw new IllegalArgumentException("not a state");
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(form.getOrDefault("at", "")));
        var status = StatusChanged.builder(MessageId.of(form.getOrDefault("id", "")), state, at)
                .callbackData(callbackData.orElse(null));
        if (state == MessageStatus.FAILED) {
            status.errors(List.of(
                    ProviderError.builder(form.getOrDefault("error", "")).build()));
        }
        return status.build();
    }
}
