package dev.wakit.samples.quickstart.provider;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.SenderId;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An account at Sparrow, a BSP that does not exist: forms over HTTP, one event a webhook, no templates, no store of media. */
public final class SparrowProvider implements WhatsAppProvider {

    // region declare
    private static final Capabilities CAPABILITIES = Capabilities.builder(RateLimit.perSecond(20))
            .addMessageKinds(MessageKind.TEXT, MessageKind.IMAGE)
            .sendsMediaById(false)
            .quotesMessages(false)
            .echoesCallbackData(true)
            .build();

    private static final ErrorPolicy ERRORS = ErrorPolicy.of(List.of(
            rule(
                    "401",
                    ErrorCategory.AUTH,
                    Disposition.REFRESH_CREDENTIALS,
                    ErrorScope.ACCOUNT,
                    "Replace the password."),
            rule("429", ErrorCategory.THROTTLE, Disposition.THROTTLE_LANE, ErrorScope.SENDER, "Send slower."),
            rule("601", ErrorCategory.RECIPIENT, Disposition.FAIL_RECIPIENT, ErrorScope.RECIPIENT, "Check the number."),
            rule("602", ErrorCategory.INTEGRITY, Disposition.PAUSE_CAMPAIGN, ErrorScope.ACCOUNT, "Pay the invoice.")));
    // endregion

    private final SparrowSettings settings;
    private final SparrowTransport transport;
    private final SparrowWebhooks webhooks;
    private volatile boolean closed;

    /** A provider; nothing is connected yet. */
    public SparrowProvider(SparrowSettings settings) {
        this.settings = settings;
        this.transport = new SparrowTransport(settings);
        this.webhooks = new SparrowWebhooks(settings.webhookSecrets());
    }

    private static ErrorRule rule(
            String code, ErrorCategory category, Disposition disposition, ErrorScope scope, String advice) {
        return new ErrorRule(code, "Sparrow " + code, category, disposition, scope, advice);
    }

    // region send
    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        capabilities().missingFor(request).ifPresent(missing -> {
            throw new UnsupportedMessageException("Provider '" + id() + "' " + missing);
        });
        if (closed) {
            return CompletableFuture.completedFuture(
                    new SendOutcome.NotSent(TransportFailure.of(Kind.CLOSED, "the provider was closed")));
        }
        return transport.post(SparrowForm.of(request, settings.webhooks())).thenApply(SparrowAnswers::judge);
    }
    // endregion

    @Override
    public ProviderId id() {
        return ProviderId.of("sparrow");
    }

    @Override
    public SenderId defaultSender() {
        return SenderId.of(settings.sender());
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ErrorPolicy errors() {
        return ERRORS;
    }

    @Override
    public WebhookCodec webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "SparrowProvider[" + settings.account() + "]";
    }
}
