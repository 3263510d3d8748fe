package dev.wakit.testkit.provider;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.webhook.WebhookRequest;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A provider in memory, for the tests of programs that send: it accepts everything until it is told otherwise, and remembers it.
 *
 * <pre>{@code
 * var fake = FakeProvider.create();
 * fake.refuseNext(FakeRefusal.UNREACHABLE);
 * ... your program sends two messages ...
 * FakeMessage second = fake.accepted().get(0);
 * engine.webhooks().receive(fake.id(), fake.status(second.id(), MessageStatus.DELIVERED));
 * }</pre>
 *
 * <p>Ids are {@code fake-1}, {@code fake-2} and so on in order of acceptance. It has no templates and no media of its own. It keeps
 * the provider contract. Thread-safe.
 *
 * @since 0.1
 */
public final class FakeProvider implements WhatsAppProvider {

    private final ProviderId id;
    private final SenderId sender;
    private final Capabilities capabilities;
    private final ErrorPolicy errors;
    private final FakeWebhooks webhooks;
    private final FakeLedger ledger;
    private final Optional<OutcomeLookup> lookup;
    private final Object lock = new Object();
    private final List<SendRequest> requests = new ArrayList<>();
    private final Deque<Function<SendRequest, CompletionStage<SendOutcome>>> next = new ArrayDeque<>();
    private Function<SendRequest, CompletionStage<SendOutcome>> usual = request -> done(accept(request));
    private int replies;
    private boolean closed;

    private FakeProvider(Builder builder) {
        this.id = builder.id;
        this.sender = builder.sender;
        this.capabilities = builder.capabilities;
        this.errors = builder.errors;
        this.webhooks = new FakeWebhooks(builder.webhookSecrets, builder.clock, sender);
        this.ledger = new FakeLedger(builder.clock);
        this.lookup = builder.listsMessages ? Optional.of(ledger) : Optional.empty();
    }

    /** A provider named {@code fake} that can do everything. */
    public static FakeProvider create() {
        return builder().build();
    }

    /** Starts a provider. */
    public static Builder builder() {
        return new Builder();
    }

    /** Refuses the next message that has no other fate yet. */
    public void refuseNext(FakeRefusal refusal) {
        next(request -> done(new SendOutcome.Rejected(refusal.error())));
    }

    /** Takes the next message that has no other fate yet, and loses the answer: its outcome is ambiguous. */
    public void loseNextAnswer() {
        next(request -> {
            accept(request);
            return done(new SendOutcome.Ambiguous(TransportFailure.of(Kind.TIMEOUT, "the answer was lost on purpose")));
        });
    }

    /** Gets no connection for the next message that has no other fate yet, so that it is not sent. */
    public void disconnectNext() {
        next(request ->
                done(new SendOutcome.NotSent(TransportFailure.of(Kind.CONNECT, "the connection failed on purpose"))));
    }

    /**
     * Answers every message from now on that has no other fate yet.
     *
     * @param answers gives a stage that may complete later; called without a lock, by the threads that send
     */
    public void answer(Function<SendRequest, CompletionStage<SendOutcome>> answers) {
        synchronized (lock) {
            usual = Objects.requireNonNull(answers, "answers");
        }
    }

    private void next(Function<SendRequest, CompletionStage<SendOutcome>> fate) {
        synchronized (lock) {
            next.add(fate);
        }
    }

    /** What was sent so far, in order, whatever became of it. */
    public List<SendRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /** What was taken so far, in order, also if the answer was lost. */
    public List<FakeMessage> accepted() {
        return ledger.accepted();
    }

    /**
     * A genuine webhook that tells a status of an accepted message, with the callback data of its request.
     *
     * @throws IllegalArgumentException if no such message was accepted, or for {@link MessageStatus#FAILED}, which needs a reason
     */
    public WebhookRequest status(MessageId message, MessageStatus status) {
        if (status == MessageStatus.FAILED) {
            throw new IllegalArgumentException("A failure has a reason. Call failure(id, FakeRefusal) instead.");
        }
        return webhooks.status(ledger.sent(message), status, "");
    }

    /**
     * A genuine webhook that tells why an accepted message was not delivered.
     *
     * @throws IllegalArgumentException if no such message was accepted
     */
    public WebhookRequest failure(MessageId message, FakeRefusal why) {
        return webhooks.status(ledger.sent(message), MessageStatus.FAILED, why.name());
    }

    /** A genuine webhook with a text that a person wrote. */
    public WebhookRequest reply(PhoneNumber from, String text) {
        synchronized (lock) {
            return webhooks.reply("fake-reply-" + ++replies, from, text);
        }
    }

    private SendOutcome accept(SendRequest request) {
        return new SendOutcome.Accepted(ledger.accept(request).id(), false);
    }

    private static CompletionStage<SendOutcome> done(SendOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        capabilities.missingFor(request).ifPresent(missing -> {
            throw new UnsupportedMessageException("Provider '" + id + "' " + missing);
        });
        Function<SendRequest, CompletionStage<SendOutcome>> fate;
        synchronized (lock) {
            if (closed) {
                return done(new SendOutcome.NotSent(TransportFailure.of(Kind.CLOSED, "the provider was closed")));
            }
            requests.add(request);
            fate = next.isEmpty() ? usual : next.remove();
        }
        return fate.apply(request);
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public SenderId defaultSender() {
        return sender;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ErrorPolicy errors() {
        return errors;
    }

    @Override
    public WebhookCodec webhooks() {
        return webhooks;
    }

    /** {@inheritDoc} Empty unless {@link Builder#listsMessages(boolean)} says that it can be asked. */
    @Override
    public Optional<OutcomeLookup> lookup() {
        return lookup;
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
    }

    @Override
    public String toString() {
        return "FakeProvider[" + id + "]";
    }

    /** Collects the parts of a {@link FakeProvider}. Not thread-safe. */
    public static final class Builder {

        private ProviderId id = ProviderId.of("fake");
        private SenderId sender = SenderId.of("15550783881");
        private Capabilities capabilities = Capabilities.builder(RateLimit.perSecond(1_000))
                .addMessageKinds(MessageKind.values())
                .echoesCallbackData(true)
                .sendsToBsuid(true)
                .checksIdentity(true)
                .payments(true)
                .marketingDelivery(true)
                .build();
        private ErrorPolicy errors = FakeRefusal.policy();
        private List<String> webhookSecrets = List.of("not-a-secret");
        private InstantSource clock = InstantSource.system();
        private boolean listsMessages;

        private Builder() {}

        /** The name of this instance; {@code fake} by default. */
        public Builder id(ProviderId id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /** The sender used when a message names none. */
        public Builder sender(SenderId sender) {
            this.sender = Objects.requireNonNull(sender, "sender");
            return this;
        }

        /** What it can do; everything by default. */
        public Builder capabilities(Capabilities capabilities) {
            this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
            return this;
        }

        /** What error codes mean; those of {@link FakeRefusal} by default. */
        public Builder errors(ErrorPolicy errors) {
            this.errors = Objects.requireNonNull(errors, "errors");
            return this;
        }

        /** What webhooks are signed with, the first one, and checked with, all of them. */
        public Builder webhookSecrets(List<String> webhookSecrets) {
            if (webhookSecrets.isEmpty()) {
                throw new IllegalArgumentException(
                        "A fake provider needs at least one webhook secret; any text will do.");
            }
            this.webhookSecrets = List.copyOf(webhookSecrets);
            return this;
        }

        /**
         * Whether it can be asked what became of a message whose answer was lost, so that an engine settles such messages without webhooks;
         * false by default.
         */
        public Builder listsMessages(boolean listsMessages) {
            this.listsMessages = listsMessages;
            return this;
        }

        /** The clock of its webhooks and of its list of messages; the system's by default. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** Builds the provider. */
        public FakeProvider build() {
            return new FakeProvider(this);
        }
    }
}
