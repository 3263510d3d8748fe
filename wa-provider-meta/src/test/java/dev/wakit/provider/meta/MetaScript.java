package dev.wakit.provider.meta;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import dev.wakit.testkit.provider.BspAccount;
import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.BspSetup;
import dev.wakit.testkit.provider.HandshakeExample;
import dev.wakit.testkit.provider.RefusalExample;
import dev.wakit.testkit.provider.StatusNews;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the Cloud API answers, after its documentation. */
final class MetaScript implements BspScript {

    private static final String VERIFY_TOKEN = "verify-4711";

    @Override
    public WhatsAppProvider provider(BspSetup setup) {
        MetaProviderBuilder builder = MetaProvider.builder(Requests.TOKEN, Requests.SENDER)
                .baseUrl(setup.base())
                .businessAccountId("102290129340398")
                .verifyToken(VERIFY_TOKEN)
                .connectTimeout(setup.connectTimeout())
                .totalTimeout(setup.totalTimeout())
                .templateCache(Duration.ZERO)
                .payments(setup.everything());
        setup.webhookSecrets().forEach(builder::addAppSecret);
        return builder.build();
    }

    @Override
    public List<String> credentials() {
        return List.of(Requests.TOKEN, VERIFY_TOKEN);
    }

    @Override
    public MessageId messageId(int number) {
        return MessageId.of("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQyNUE3%06d".formatted(number));
    }

    @Override
    public Whole accepted(MessageId id) {
        return WireAnswer.json(200, """
                {"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],
                 "messages":[{"id":"%s"}]}""".formatted(id.value()));
    }

    @Override
    public List<RefusalExample> refusals() {
        return List.of(
                refusal("130429", 429, Disposition.THROTTLE_LANE, ErrorScope.SENDER),
                refusal("80007", 400, Disposition.THROTTLE_LANE, ErrorScope.ACCOUNT),
                refusal("190", 401, Disposition.REFRESH_CREDENTIALS, ErrorScope.ACCOUNT),
                refusal("131030", 400, Disposition.FAIL_RECIPIENT, ErrorScope.RECIPIENT),
                refusal("131050", 400, Disposition.OPT_OUT, ErrorScope.RECIPIENT),
                refusal("132001", 404, Disposition.FAIL_CAMPAIGN, ErrorScope.TEMPLATE));
    }

    private static RefusalExample refusal(String code, int status, Disposition disposition, ErrorScope scope) {
        return new RefusalExample(code, error(code, status, "Refused"), disposition, scope);
    }

    private static Whole error(String code, int status, String message) {
        return WireAnswer.json(status, """
                {"error":{"message":"(#%s) %s","type":"OAuthException","code":%s,
                 "error_data":{"messaging_product":"whatsapp","details":"%s"},"fbtrace_id":"Az8or2yhqkZfEZ"}}""".formatted(code, message, code, message));
    }

    @Override
    public Whole refusalQuoting(String words) {
        return error("190", 401, "Error validating " + words);
    }

    @Override
    public WebhookRequest status(StatusNews news, String secret) {
        String errors = news.status() == MessageStatus.FAILED
                ? ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]"
                : "";
        byte[] body = """
                {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages",
                 "value":{"messaging_product":"whatsapp",
                 "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
                 "statuses":[{"id":"%s","status":"%s","timestamp":"%d","recipient_id":"16505551234",
                 "biz_opaque_callback_data":"%s"%s}]}}]}]}""".formatted(
                        news.messageId().value(),
                        news.status().name().toLowerCase(Locale.ROOT),
                        news.at().getEpochSecond(),
                        news.callbackData(),
                        errors)
                .getBytes(StandardCharsets.UTF_8);
        return WebhookRequest.of(
                "POST", "/webhooks/meta", Map.of(signatureHeader(), "sha256=" + hmac(secret, body)), body);
    }

    @Override
    public String signatureHeader() {
        return "X-Hub-Signature-256";
    }

    @Override
    public Optional<HandshakeExample> handshake() {
        return Optional.of(new HandshakeExample(subscription(VERIFY_TOKEN), "1158201444", subscription("verify-4712")));
    }

    private static WebhookRequest subscription(String token) {
        return WebhookRequest.of(
                "GET",
                "/webhooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + token,
                Map.of(),
                new byte[0]);
    }

    @Override
    public Optional<BspAccount> account() {
        return Optional.of(new SimulatedAccount());
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
