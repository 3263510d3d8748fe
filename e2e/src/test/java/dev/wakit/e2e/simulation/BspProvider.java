package dev.wakit.e2e.simulation;

import dev.wakit.address.SenderId;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One worker's client of the {@link Bsp}. */
final class BspProvider implements WhatsAppProvider {

    private static final ErrorPolicy ERRORS = ErrorPolicy.of(List.of(
            rule("130429", Disposition.THROTTLE_LANE),
            rule("1", Disposition.RETRY_BACKOFF),
            rule("2", Disposition.RETRY_BACKOFF),
            rule("131026", Disposition.FAIL_RECIPIENT),
            rule("131042", Disposition.PAUSE_CAMPAIGN),
            rule("132001", Disposition.FAIL_CAMPAIGN)));

    private final Bsp bsp;
    private final Worker worker;
    private final Faults faults;
    private final Capabilities capabilities;
    private final Consumer<SendRequest> beforeTheWire;

    BspProvider(Bsp bsp, Worker worker, Faults faults, int messagesPerSecond, Consumer<SendRequest> beforeTheWire) {
        this.bsp = bsp;
        this.worker = worker;
        this.faults = faults;
        this.beforeTheWire = beforeTheWire;
        this.capabilities = Capabilities.builder(RateLimit.perSecond(messagesPerSecond))
                .addMessageKinds(MessageKind.TEXT)
                .echoesCallbackData(true)
                .build();
    }

    private static ErrorRule rule(String code, Disposition disposition) {
        return new ErrorRule(code, "Error " + code, ErrorCategory.OTHER, disposition, ErrorScope.REQUEST, "None.");
    }

    @Override
    public ProviderId id() {
        return WebhookMail.PROVIDER;
    }

    @Override
    public SenderId defaultSender() {
        return SenderId.of("100200300");
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ErrorPolicy errors() {
        return ERRORS;
    }

    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        faults.interrupt(worker);
        faults.at(worker, "before POST");
        beforeTheWire.accept(request);
        var outcome = new CompletableFuture<SendOutcome>();
        bsp.post(worker, request, outcome);
        faults.at(worker, "after POST");
        faults.interrupt(worker);
        return outcome;
    }

    @Override
    public WebhookCodec webhooks() {
        return new Lines();
    }

    @Override
    public void close() {}

    /** Bodies of one line: message id, status, time, error code, attempt ref. */
    private static final class Lines implements WebhookCodec {

        @Override
        public Optional<String> handshake(WebhookRequest request) {
            return Optional.empty();
        }

        @Override
        public SignatureCheck verify(WebhookRequest request) {
            return SignatureCheck.VALID;
        }

        @Override
        public List<InboundEvent> parse(WebhookRequest request) {
            String[] parts = new String(request.body(), StandardCharsets.UTF_8).split(" ", -1);
            StatusChanged.Builder status = StatusChanged.builder(
                    new MessageId(parts[0]),
                    MessageStatus.valueOf(parts[1]),
                    Instant.ofEpochMilli(Long.parseLong(parts[2])));
            if (!parts[3].equals("-")) {
                status.errors(
                        List.of(ProviderError.builder(parts[3]).title("failed").build()));
            }
            return List.of(
                    status.callbackData(parts[4].equals("-") ? null : parts[4]).build());
        }
    }
}
