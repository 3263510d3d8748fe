package dev.wakit.samples.quickstart.provider;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.BspSetup;
import dev.wakit.testkit.provider.RefusalExample;
import dev.wakit.testkit.provider.StatusNews;
import dev.wakit.webhook.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How Sparrow answers, after its documentation. */
final class SparrowScript implements BspScript {

    private static final URI HOOK = URI.create("https://hooks.example.org/sparrow");

    // region build
    @Override
    public WhatsAppProvider provider(BspSetup setup) {
        return new SparrowProvider(new SparrowSettings(
                setup.base(),
                "seedshop",
                "planted-password",
                "+15550783881",
                HOOK,
                setup.webhookSecrets(),
                setup.connectTimeout(),
                setup.totalTimeout()));
    }

    @Override
    public List<String> credentials() {
        return List.of("planted-password");
    }
    // endregion

    // region answers
    @Override
    public MessageId messageId(int number) {
        return MessageId.of("SP%08d".formatted(number));
    }

    @Override
    public Whole accepted(MessageId id) {
        return form(201, "id=" + id.value() + "&state=queued");
    }

    @Override
    public List<RefusalExample> refusals() {
        return List.of(
                refusal("429", 429, Disposition.THROTTLE_LANE, ErrorScope.SENDER),
                refusal("401", 401, Disposition.REFRESH_CREDENTIALS, ErrorScope.ACCOUNT),
                refusal("601", 400, Disposition.FAIL_RECIPIENT, ErrorScope.RECIPIENT),
                refusal("602", 402, Disposition.PAUSE_CAMPAIGN, ErrorScope.ACCOUNT));
    }

    @Override
    public Whole refusalQuoting(String words) {
        return form(400, "error=601&text=" + words);
    }
    // endregion

    private static RefusalExample refusal(String code, int status, Disposition disposition, ErrorScope scope) {
        return new RefusalExample(code, form(status, "error=" + code + "&text=no"), disposition, scope);
    }

    private static Whole form(int status, String text) {
        return WireAnswer.of(status, "application/x-www-form-urlencoded", text);
    }

    // region status
    @Override
    public WebhookRequest status(StatusNews news, String secret) {
        String target = HOOK + "?ref=" + news.callbackData();
        String error = news.status() == MessageStatus.FAILED ? "&error=601" : "";
        byte[] body = "id=%s&state=%s&at=%d%s"
                .formatted(
                        news.messageId().value(),
                        news.status().name().toLowerCase(Locale.ROOT),
                        news.at().getEpochSecond(),
                        error)
                .getBytes(StandardCharsets.UTF_8);
        return WebhookRequest.of(
                "POST", target, Map.of(signatureHeader(), SparrowWebhooks.sign(target, body, secret)), body);
    }

    @Override
    public String signatureHeader() {
        return "X-Sparrow-Signature";
    }
    // endregion
}
