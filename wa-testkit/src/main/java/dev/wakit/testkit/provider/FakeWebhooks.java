package dev.wakit.testkit.provider;

import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.SenderId;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.message.MessageId;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The webhooks of a {@link FakeProvider}: a form with one event, signed with HMAC-SHA256. Thread-safe. */
final class FakeWebhooks implements WebhookCodec {

    static final String SIGNATURE = "X-Fake-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final List<String> secrets;
    private final InstantSource clock;
    private final SenderId sender;

    FakeWebhooks(List<String> secrets, InstantSource clock, SenderId sender) {
        this.secrets = secrets;
        this.clock = clock;
        this.sender = sender;
    }

    WebhookRequest status(FakeMessage message, MessageStatus status, String code) {
        return signed(
                status(message.id(), status, clock.instant(), message.request().callbackData(), code), secrets.get(0));
    }

    WebhookRequest reply(String id, PhoneNumber from, String text) {
        return signed(
                Map.of("event", "reply", "id", id, "from", from.e164(), "text", text, "at", at(clock.instant())),
                secrets.get(0));
    }

    static Map<String, String> status(
            MessageId id, MessageStatus status, Instant at, Optional<String> callbackData, String code) {
        var form = new TreeMap<>(Map.of("event", "status", "id", id.value(), "status", status.name(), "at", at(at)));
        callbackData.ifPresent(data -> form.put("callback", data));
        if (!code.isEmpty()) {
            form.put("code", code);
        }
        return form;
    }

    static WebhookRequest signed(Map<String, String> form, String secret) {
        byte[] body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8);
        return WebhookRequest.of(
                "POST", "/webhooks/fake", Map.of(SIGNATURE, HexFormat.of().formatHex(hmac(secret, body))), body);
    }

    private static String at(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }

    @Override
    public Optional<String> handshake(WebhookRequest request) {
        return Optional.empty();
    }

    @Override
    public SignatureCheck verify(WebhookRequest request) {
        Optional<String> claimed = request.header(SIGNATURE);
        if (claimed.isEmpty()) {
            return SignatureCheck.MISSING;
        }
        byte[] signature = claimed.get().getBytes(StandardCharsets.UTF_8);
        long matching = secrets.stream()
                .map(secret -> HexFormat.of().formatHex(hmac(secret, request.body())))
                .filter(ours -> MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), signature))
                .count();
        return matching > 0 ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }

    @Override
    public List<InboundEvent> parse(WebhookRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        try {
            return List.of(read(fields(body), body));
        } catch (WhatsAppException | IllegalArgumentException | DateTimeException notOfOurForm) {
            var source = EventSource.builder("unreadable", clock.instant()).raw(body);
            return List.of(new UnknownEvent(source.build(), "unreadable"));
        }
    }

    private InboundEvent read(Map<String, String> form, String body) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(form.getOrDefault("at", "")));
        MessageId id = MessageId.of(form.getOrDefault("id", ""));
        if (form.getOrDefault("event", "").equals("reply")) {
            var source = EventSource.builder("reply", at)
                    .timed(true)
                    .sender(sender)
                    .raw(body)
                    .build();
            var from = PhoneNumber.parse(form.getOrDefault("from", ""));
            return MessageReceived.builder(source, id, "text")
                    .content(new TextContent(form.getOrDefault("text", "")))
                    .person(Person.builder().waId(from.e164()).build())
                    .build();
        }
        var status = StatusChanged.builder(id, MessageStatus.valueOf(form.getOrDefault("status", "")), at)
                .sender(sender)
                .callbackData(form.get("callback"));
        if (form.containsKey("code")) {
            status.errors(List.of(ProviderError.builder(form.get("code")).build()));
        }
        return status.build();
    }

    private static Map<String, String> fields(String body) {
        var form = new HashMap<String, String>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, e);
        }
    }
}
