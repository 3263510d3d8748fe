package dev.wakit.provider.dialog360;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.http.Hmac;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import dev.wakit.testkit.provider.BspAccount;
import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.BspSetup;
import dev.wakit.testkit.provider.RefusalExample;
import dev.wakit.testkit.provider.StatusNews;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How 360dialog answers, after its documentation: in Meta's words, or in its own before Meta was asked. */
final class Dialog360Script implements BspScript {

    @Override
    public WhatsAppProvider provider(BspSetup setup) {
        Dialog360ProviderBuilder builder = Dialog360Provider.builder(Requests.KEY, Requests.SENDER)
                .baseUrl(setup.base())
                .connectTimeout(setup.connectTimeout())
                .totalTimeout(setup.totalTimeout())
                .templateCache(Duration.ZERO)
                .passesThrough(Passthrough.CALLBACK_DATA)
                .payments(setup.everything());
        if (setup.everything()) {
            builder.passesThrough(Passthrough.values());
        }
        setup.webhookSecrets().forEach(builder::addPlatformSecret);
        return builder.build();
    }

    @Override
    public List<String> credentials() {
        return List.of(Requests.KEY);
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
                own(
                        "d360_rate_limit",
                        400,
                        "exceeded the endpoint rate limit",
                        Disposition.THROTTLE_LANE,
                        ErrorScope.SENDER),
                own("d360_api_key", 401, "Invalid api_key", Disposition.REFRESH_CREDENTIALS, ErrorScope.ACCOUNT),
                own("d360_payment", 400, "lack of payment", Disposition.PAUSE_CAMPAIGN, ErrorScope.ACCOUNT),
                metas("130429", 429, Disposition.THROTTLE_LANE, ErrorScope.SENDER),
                metas("131030", 400, Disposition.FAIL_RECIPIENT, ErrorScope.RECIPIENT),
                metas("131050", 400, Disposition.OPT_OUT, ErrorScope.RECIPIENT));
    }

    private static RefusalExample own(
            String code, int status, String words, Disposition disposition, ErrorScope scope) {
        return new RefusalExample(code, own(status, words), disposition, scope);
    }

    private static Whole own(int status, String words) {
        return WireAnswer.json(status, """
                {"meta":{"api_status":"stable","success":false,"http_code":%d,"developer_message":"%s",
                 "360dialog_trace_id":"abc-1"}}""".formatted(status, words));
    }

    private static RefusalExample metas(String code, int status, Disposition disposition, ErrorScope scope) {
        Whole answer = WireAnswer.json(status, """
                {"error":{"message":"(#%s) Refused","type":"OAuthException","code":%s,"fbtrace_id":"Az8or2yhqkZfEZ"}}""".formatted(code, code));
        return new RefusalExample(code, answer, disposition, scope);
    }

    @Override
    public Whole refusalQuoting(String words) {
        return own(401, "Invalid api_key " + words);
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
        String signature = HexFormat.of().formatHex(Hmac.sha256(secret).sign(body));
        return WebhookRequest.of("POST", "/webhooks/360dialog", Map.of(signatureHeader(), signature), body);
    }

    @Override
    public String signatureHeader() {
        return "x-360dialog-signature";
    }

    @Override
    public boolean deletesTemplatesByLanguage() {
        return false;
    }

    @Override
    public Optional<BspAccount> account() {
        return Optional.of(new SimulatedNumber());
    }
}
