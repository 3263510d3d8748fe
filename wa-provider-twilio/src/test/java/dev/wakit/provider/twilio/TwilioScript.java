package dev.wakit.provider.twilio;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.http.Hmac;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import dev.wakit.testkit.http.WireRequest;
import dev.wakit.testkit.provider.BspAccount;
import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.BspSetup;
import dev.wakit.testkit.provider.RefusalExample;
import dev.wakit.testkit.provider.StatusNews;
import dev.wakit.webhook.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How Twilio answers, after its documentation. */
final class TwilioScript implements BspScript {

    private static final String PATH = "/twilio/status?wakit_ref=";
    private static final String ORIGIN = "https://hooks.example.com";

    @Override
    public WhatsAppProvider provider(BspSetup setup) {
        TwilioProviderBuilder builder = TwilioProvider.builder(
                        Requests.ACCOUNT, TwilioCredentials.apiKey(Requests.KEY, Requests.SECRET), Requests.SENDER)
                .baseUrl(setup.base())
                .connectTimeout(setup.connectTimeout())
                .totalTimeout(setup.totalTimeout())
                .sendsToBsuid(setup.everything())
                .content(TemplateName.of(TEMPLATE), LanguageCode.of(LANGUAGE), ContentSid.of(Requests.CONTENT))
                .webhookUrl(Requests.WEBHOOK);
        setup.webhookSecrets().forEach(builder::addAuthToken);
        return builder.build();
    }

    @Override
    public List<String> credentials() {
        return List.of(Requests.SECRET);
    }

    @Override
    public MessageId messageId(int number) {
        return MessageId.of("SM%032x".formatted(number));
    }

    @Override
    public Whole accepted(MessageId id) {
        return WireAnswer.json(201, """
                {"sid":"%s","status":"queued","direction":"outbound-api","error_code":null,"num_media":"0"}""".formatted(id.value()));
    }

    /** A template is a Content, which is asked for with its approval. */
    @Override
    public Optional<Whole> aboutTemplate(TemplateMessage message, WireRequest question) {
        String content = "/v1/Content/" + Requests.CONTENT;
        if (question.target().equals(content)) {
            return Optional.of(WireAnswer.json(200, SuitingContent.json(Requests.CONTENT, message)));
        } else if (question.target().equals(content + "/ApprovalRequests")) {
            return Optional.of(WireAnswer.json(200, """
                    {"whatsapp":{"name":"wakit_contract","category":"UTILITY","status":"approved"}}"""));
        }
        return Optional.empty();
    }

    @Override
    public Optional<BspAccount> account() {
        return Optional.of(new SimulatedTwilio());
    }

    @Override
    public List<RefusalExample> refusals() {
        return List.of(
                refusal(429, 20429, Disposition.THROTTLE_LANE, ErrorScope.ACCOUNT),
                refusal(401, 20003, Disposition.REFRESH_CREDENTIALS, ErrorScope.ACCOUNT),
                refusal(400, 21211, Disposition.FAIL_RECIPIENT, ErrorScope.RECIPIENT),
                refusal(400, 21610, Disposition.OPT_OUT, ErrorScope.RECIPIENT),
                refusal(400, 63007, Disposition.FAIL_CAMPAIGN, ErrorScope.SENDER),
                refusal(403, 20005, Disposition.PAUSE_CAMPAIGN, ErrorScope.ACCOUNT));
    }

    private static RefusalExample refusal(int status, int code, Disposition disposition, ErrorScope scope) {
        return new RefusalExample(String.valueOf(code), refused(status, code, "Refused"), disposition, scope);
    }

    private static Whole refused(int status, int code, String words) {
        return WireAnswer.json(status, """
                {"code":%d,"message":"%s","more_info":"https://www.twilio.com/docs/errors/%d","status":%d}""".formatted(code, words, code, status));
    }

    @Override
    public Whole refusalQuoting(String words) {
        return refused(400, 21211, "The number " + words + " is not valid");
    }

    @Override
    public WebhookRequest status(StatusNews news, String secret) {
        String word = news.status().name().toLowerCase(Locale.ROOT);
        var fields = new TreeMap<String, String>();
        fields.put("AccountSid", Requests.ACCOUNT);
        fields.put("From", "whatsapp:" + Requests.SENDER);
        fields.put("To", "whatsapp:+16505551234");
        fields.put("MessageSid", news.messageId().value());
        fields.put("MessageStatus", word);
        if (news.status() == MessageStatus.READ) {
            fields.put("EventType", "READ");
        } else if (news.status() == MessageStatus.FAILED) {
            fields.put("ErrorCode", "63024");
        }
        String target = PATH + encoded(news.callbackData());
        var signed = new StringBuilder(ORIGIN + target);
        fields.forEach((name, value) -> signed.append(name).append(value));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String signature = Base64.getEncoder()
                .encodeToString(Hmac.sha1(secret).sign(signed.toString().getBytes(StandardCharsets.UTF_8)));
        return WebhookRequest.of(
                "POST",
                target,
                Map.of("Content-Type", "application/x-www-form-urlencoded", signatureHeader(), signature),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String signatureHeader() {
        return "X-Twilio-Signature";
    }
}
