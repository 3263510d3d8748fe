package dev.wakit.provider.twilio;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderHealth.State;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.HttpTransport;
import dev.wakit.provider.http.ReadRetry;
import dev.wakit.provider.twilio.content.TwilioContents;
import dev.wakit.provider.twilio.internal.api.SendAnswers;
import dev.wakit.provider.twilio.internal.api.TwilioApi;
import dev.wakit.provider.twilio.internal.content.ContentBook;
import dev.wakit.provider.twilio.internal.content.ContentCalls;
import dev.wakit.provider.twilio.internal.content.ContentChoice;
import dev.wakit.provider.twilio.internal.content.ContentThread;
import dev.wakit.provider.twilio.internal.content.TemplateLimits;
import dev.wakit.provider.twilio.internal.content.TwilioTemplates;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import dev.wakit.provider.twilio.internal.lookup.MessageLookup;
import dev.wakit.provider.twilio.internal.media.MediaCalls;
import dev.wakit.provider.twilio.internal.message.Addresses;
import dev.wakit.provider.twilio.internal.message.ContentUse;
import dev.wakit.provider.twilio.internal.message.MessageForms;
import dev.wakit.provider.twilio.internal.message.SendSettings;
import dev.wakit.provider.twilio.internal.sender.SenderCalls;
import dev.wakit.provider.twilio.internal.webhook.TwilioWebhooks;
import dev.wakit.provider.twilio.sender.TwilioSenders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A WhatsApp sender at Twilio.
 *
 * <pre>{@code
 * var twilio = TwilioProvider.builder(accountSid, TwilioCredentials.apiKey(keySid, secret), "+14155550100")
 *         .authToken(authToken)
 *         .webhookUrl(URI.create("https://hooks.example.com/webhooks/twilio"))
 *         .build();
 * WhatsApp.using(twilio).send(PhoneNumber.parse("+447946000001"), TextMessage.of("Hello"));
 * }</pre>
 *
 * <p>Every send is one HTTP request that nothing repeats. Twilio keeps no media, so files are sent by link. Thread-safe; close it
 * when it is no longer needed.
 *
 * @since 0.1
 */
public final class TwilioProvider implements WhatsAppProvider {

    private static final Pattern MESSAGE = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");

    private final ProviderId id;
    private final String accountSid;
    private final SenderId sender;
    private final Capabilities capabilities;
    private final ErrorPolicy errors;
    private final InstantSource clock;
    private final MessageForms forms;
    private final HttpTransport transport;
    private final TwilioApi api;
    private final ContentThread contentThread = new ContentThread();
    private final ContentChoice contentChoice;
    private final TwilioContents contents;
    private final TemplateGateway templates;
    private final TwilioSenders senders;
    private final ReceivedMedia receivedMedia;
    private final Optional<OutcomeLookup> lookup;
    private final Optional<TwilioWebhooks> webhooks;
    private final AtomicLong credentialsVersion = new AtomicLong();

    TwilioProvider(TwilioProviderBuilder builder) {
        SendSettings settings = builder.sendSettings();
        this.id = builder.id;
        this.accountSid = builder.accountSid;
        this.sender = SenderId.of(builder.sender);
        this.errors = builder.errors;
        this.clock = builder.clock;
        this.capabilities = Capabilities.builder(builder.throughput)
                .addMessageKinds(MessageForms.kinds().toArray(MessageKind[]::new))
                .echoesCallbackData(settings.webhookUrl().isPresent())
                .sendsToBsuid(builder.sendsToBsuid)
                .sendsMediaById(false)
                .quotesMessages(false)
                .addLimit(TemplateLimits::missing)
                .build();
        this.forms = new MessageForms(settings);
        this.transport = HttpTransport.create(builder.httpSettings());
        this.api = new TwilioApi(
                transport,
                builder.hosts(),
                builder.credentials.authorization(accountSid),
                errors,
                ReadRetry.FIRST_WAIT);
        this.contents = new ContentCalls(api);
        var book = new ContentBook(contents, builder.contents, builder.templateCache, clock);
        this.contentChoice = new ContentChoice(book, contentThread);
        this.templates = new TwilioTemplates(contents, book);
        this.senders = new SenderCalls(api);
        this.receivedMedia = new MediaCalls(api);
        this.lookup = settings.discardsContent() || settings.obfuscatesAddresses()
                ? Optional.empty()
                : Optional.of(new MessageLookup(api, settings, contentChoice, clock));
        this.webhooks = builder.webhookUrls().isEmpty()
                ? Optional.empty()
                : Optional.of(new TwilioWebhooks(builder.signatureTokens(), builder.webhookUrls(), clock));
    }

    /**
     * Starts a provider.
     *
     * @param accountSid the account that the sender belongs to: {@code AC} and 32 hexadecimal digits
     * @param credentials its auth token, or one of its API keys
     * @param sender what sends by default: a number such as {@code +14155550100}, or the SID of a Messaging Service, which then
     *     chooses one of its numbers
     */
    public static TwilioProviderBuilder builder(String accountSid, TwilioCredentials credentials, String sender) {
        return new TwilioProviderBuilder(accountSid, credentials, sender);
    }

    /** What Twilio's error codes mean; the start of a policy for {@link TwilioProviderBuilder#errors(ErrorPolicy)}. */
    public static ErrorPolicy defaultErrors() {
        return TwilioErrors.table();
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

    /**
     * {@inheritDoc}
     *
     * <p>A send that finds all slots taken waits for one, for as long as the total timeout; after that it is answered as not sent. A
     * template is looked up first, unless it is remembered; one that is missing, not approved, or does not fit the values is answered
     * as rejected, with the code that Twilio would give and a title that names everything that is wrong.
     *
     * @throws UnsupportedMessageException if {@link #capabilities()} do not have what the request needs; nothing was sent
     * @throws dev.wakit.InvalidMessageException if Twilio is known to refuse the message; nothing was sent
     * @throws IllegalArgumentException if the sender is neither a number nor a Messaging Service; nothing was sent
     */
    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        check(request);
        return send(request, Optional.empty());
    }

    /**
     * Hands over a message now, and lets Twilio send it later.
     *
     * <p>That is one HTTP request, as for {@link #send}; the answer tells that Twilio keeps the message. {@link #cancelScheduled} takes
     * it back.
     *
     * @param at 15 minutes to 35 days ahead
     * @throws UnsupportedMessageException as {@link #send} does
     * @throws dev.wakit.InvalidMessageException as {@link #send} does, and if the time is too near or too far, or no Messaging Service
     *     is configured
     */
    public CompletionStage<SendOutcome> schedule(SendRequest request, Instant at) {
        check(request);
        forms.checkSchedule(request, at, clock.instant());
        return send(request, Optional.of(at));
    }

    private void check(SendRequest request) {
        capabilities.missingFor(request).ifPresent(missing -> {
            throw new UnsupportedMessageException("Provider '" + id + "' " + missing);
        });
        forms.check(request);
    }

    private CompletableFuture<SendOutcome> send(SendRequest request, Optional<Instant> at) {
        if (!(request.message() instanceof TemplateMessage template)) {
            return post(request, Optional.empty(), at);
        }
        return contentChoice
                .choose(template)
                .thenCompose(choice -> choice instanceof ContentChoice.Choice.Refused refused
                        ? CompletableFuture.completedFuture(refused.outcome())
                        : post(request, Optional.of(((ContentChoice.Choice.Chosen) choice).content()), at));
    }

    private CompletableFuture<SendOutcome> post(
            SendRequest request, Optional<ContentUse> content, Optional<Instant> at) {
        return api.send(forms.encode(request, content, at)).thenApply(SendAnswers::classify);
    }

    /**
     * Takes back a message that {@link #schedule} handed over.
     *
     * @throws IllegalArgumentException if it is not the id of a message of Twilio
     * @throws dev.wakit.WhatsAppException if it was sent already (30409), or by what else the caller can do about it
     */
    public void cancelScheduled(MessageId message) {
        if (!MESSAGE.matcher(message.value()).matches()) {
            throw new IllegalArgumentException(
                    "A message of Twilio has an id of SM or MM and 32 hexadecimal digits, and this"
                            + " one is something else. Pass the id that schedule(...) was answered with.");
        }
        api.change(
                HttpCall.Method.POST,
                api.hosts().message(message.value()),
                HttpBody.form(List.of(Map.entry("Status", "canceled"))));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if no webhook address is configured, because then no webhook can be told from a forged one
     */
    @Override
    public WebhookCodec webhooks() {
        return webhooks.orElseThrow(() -> new IllegalStateException("Provider '" + id
                + "' does not know the address that Twilio signs, so it cannot check webhooks. Call webhookUrl(...) on its"
                + " builder."));
    }

    /** {@inheritDoc} Never empty: Twilio's Contents. */
    @Override
    public Optional<TemplateGateway> templates() {
        return Optional.of(templates);
    }

    /**
     * {@inheritDoc} Twilio's list of messages is asked; a send counts as absent when it is missing twice, half a minute apart. Empty if
     * Twilio forgets texts or numbers.
     */
    @Override
    public Optional<OutcomeLookup> lookup() {
        return lookup;
    }

    /** {@inheritDoc} Twilio is asked for its senders; of a Messaging Service only whether the credentials are good. */
    @Override
    public Optional<ProviderHealth> health() {
        return Optional.of(ProviderHealth.ask(clock, () -> {
            List<String> problems = Addresses.isService(sender.value()) ? noneIfAsked() : senders.problems(sender);
            return problems.isEmpty()
                    ? ProviderHealth.of(State.READY, "Twilio names nothing against sending.", clock.instant())
                    : ProviderHealth.of(State.BLOCKED, String.join(" ", problems), clock.instant());
        }));
    }

    private List<String> noneIfAsked() {
        var unused = senders.list();
        return List.of();
    }

    /** The Contents of the account, of all types. */
    public TwilioContents contents() {
        return contents;
    }

    /** The files that people sent; {@link #media()} is empty, since Twilio keeps none to be sent. */
    public ReceivedMedia receivedMedia() {
        return receivedMedia;
    }

    /** The WhatsApp senders of the account. */
    public TwilioSenders senders() {
        return senders;
    }

    /**
     * Calls with other credentials from now on; lanes that wait because the old ones were refused go on at once.
     *
     * <p>Webhooks are checked as before: see {@link #replaceAuthTokens}.
     */
    public void replaceCredentials(TwilioCredentials credentials) {
        api.authorize(credentials.authorization(accountSid));
        credentialsVersion.incrementAndGet();
    }

    /**
     * Checks webhooks with these auth tokens from now on; with the old and the new one while the token is being rotated.
     *
     * @param tokens at least one, none blank
     * @throws IllegalArgumentException if there is none, or one is blank; the old ones stay
     * @throws IllegalStateException if no webhook address is configured
     */
    public void replaceAuthTokens(List<String> tokens) {
        if (tokens.isEmpty() || tokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "Provider '" + id + "' needs one auth token or more to check webhooks, and none of them blank.");
        }
        ((TwilioWebhooks) webhooks()).replaceTokens(tokens);
    }

    @Override
    public long credentialsVersion() {
        return credentialsVersion.get();
    }

    @Override
    public void close() {
        contentThread.close();
        transport.close();
    }

    @Override
    public String toString() {
        return "TwilioProvider[" + id + "]";
    }
}
