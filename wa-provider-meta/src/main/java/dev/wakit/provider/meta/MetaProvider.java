package dev.wakit.provider.meta;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.internal.account.AccountCalls;
import dev.wakit.provider.meta.internal.account.NumberHealth;
import dev.wakit.provider.meta.internal.account.Waba;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.catalog.MetaCatalogs;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;
import dev.wakit.provider.meta.internal.http.SendAnswers;
import dev.wakit.provider.meta.internal.media.MetaHeaderUploads;
import dev.wakit.provider.meta.internal.media.MetaMedia;
import dev.wakit.provider.meta.internal.message.Encoders;
import dev.wakit.provider.meta.internal.message.Envelopes;
import dev.wakit.provider.meta.internal.message.ReadReceipts;
import dev.wakit.provider.meta.internal.message.WireSend;
import dev.wakit.provider.meta.internal.template.MetaManagement;
import dev.wakit.provider.meta.internal.template.MetaTemplates;
import dev.wakit.provider.meta.internal.template.TemplateApi;
import dev.wakit.provider.meta.internal.webhook.MetaWebhooks;
import dev.wakit.provider.meta.media.HeaderUploads;
import dev.wakit.provider.meta.template.MetaTemplateManagement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A WhatsApp business account at the Meta Cloud API.
 *
 * <pre>{@code
 * var meta = MetaProvider.builder(accessToken, phoneNumberId)
 *         .appSecret(appSecret)
 *         .verifyToken(verifyToken)
 *         .build();
 * WhatsApp.using(meta).send(PhoneNumber.parse("+14155550123"), TextMessage.of("Hello"));
 * }</pre>
 *
 * <p>Every send is one HTTP request that nothing repeats. Thread-safe; close it when it is no longer needed.
 *
 * @since 0.1
 */
public final class MetaProvider implements WhatsAppProvider {

    private final ProviderId id;
    private final SenderId sender;
    private final Optional<String> accountId;
    private final Capabilities capabilities;
    private final ErrorPolicy errors;
    private final Envelopes envelopes;
    private final GraphTransport transport;
    private final GraphApi api;
    private final ReadReceipts receipts;
    private final AtomicLong credentialsVersion = new AtomicLong();
    private final Optional<WebhookCodec> webhooks;
    private final Optional<TemplateGateway> templates;
    private final MediaGateway media;
    private final Optional<HeaderUploads> headerUploads;
    private final CatalogGateway catalog;
    private final MetaAccount account;
    private final NumberHealth health;
    private final Optional<MetaTemplateManagement> templateManagement;

    MetaProvider(MetaProviderBuilder builder) {
        this.id = builder.id;
        this.sender = SenderId.of(builder.phoneNumberId);
        this.accountId = Optional.ofNullable(builder.businessAccountId);
        this.errors = builder.errors;
        this.capabilities = Capabilities.builder(builder.throughput)
                .addMessageKinds(Encoders.kinds().toArray(MessageKind[]::new))
                .echoesCallbackData(true)
                .sendsToBsuid(true)
                .checksIdentity(true)
                .marketingDelivery(true)
                .payments(builder.payments)
                .build();
        this.envelopes = new Envelopes(builder.sendSettings());
        this.transport = GraphTransport.create(builder.transportSettings(), builder.clock);
        this.api = new GraphApi(transport, errors, builder.clock);
        this.receipts = new ReadReceipts(transport, errors);
        this.webhooks = builder.appSecrets.isEmpty()
                ? Optional.empty()
                : Optional.of(new MetaWebhooks(
                        List.copyOf(builder.appSecrets), Optional.ofNullable(builder.verifyToken), builder.clock));
        Optional<TemplateApi> templateApi =
                accountId.map(id -> TemplateApi.of(api, id, builder.templateCache, builder.clock));
        this.templates = templateApi.map(MetaTemplates::new);
        this.templateManagement = templateApi.map(it -> new MetaManagement(it, builder.clock));
        this.media = new MetaMedia(api, transport);
        this.headerUploads = Optional.ofNullable(builder.appId).map(app -> new MetaHeaderUploads(api, app));
        this.catalog = new MetaCatalogs(GraphApi.ofCatalogs(transport, errors, builder.clock), builder.catalogScope());
        this.account = new AccountCalls(api, transport, new Waba(accountId, Optional.ofNullable(builder.appId)));
        this.health = new NumberHealth(this.account, sender, builder.clock);
    }

    /**
     * Starts a provider.
     *
     * @param accessToken a token with {@code whatsapp_business_messaging}; use a system user's, which does not expire
     * @param phoneNumberId the id of the number that sends by default, which is not the number itself
     */
    public static MetaProviderBuilder builder(String accessToken, String phoneNumberId) {
        return new MetaProviderBuilder(accessToken, phoneNumberId);
    }

    /** What Meta's error codes mean; the start of a policy for {@link MetaProviderBuilder#errors(ErrorPolicy)}. */
    public static ErrorPolicy defaultErrors() {
        return GraphErrors.table();
    }

    @Override
    public ProviderId id() {
        return id;
    }

    /** {@inheritDoc} Empty without {@link MetaProviderBuilder#businessAccountId(String)}. */
    @Override
    public Optional<String> accountId() {
        return accountId;
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
     * <p>A send that finds all slots taken waits for one, for as long as the total timeout; after that it is answered as not
     * sent.
     *
     * @throws UnsupportedMessageException if {@link #capabilities()} do not have what the message needs; nothing was sent
     * @throws dev.wakit.InvalidMessageException if Meta is known to refuse the message; nothing was sent
     * @throws IllegalArgumentException if the sender is not a phone number id; nothing was sent
     */
    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        capabilities.missingFor(request.message()).ifPresent(missing -> {
            throw new UnsupportedMessageException("Provider '" + id + "' " + missing);
        });
        WireSend send = envelopes.encode(request);
        return transport
                .post(GraphRequest.to(request.sender().value(), send.edge()), send.json())
                .thenApply(SendAnswers::classify);
    }

    /**
     * Tells a person that their message was read, and with it all earlier ones of the conversation.
     *
     * <p>It sends no message, so it is tried up to three times. Blocks until Meta has answered.
     *
     * @param sender the number that the message came to
     * @param received the message of the person
     * @throws dev.wakit.WhatsAppException by what the caller can do about it
     */
    public void markRead(SenderId sender, MessageId received) {
        receipts.send(sender, received, false);
    }

    /**
     * Does what {@link #markRead} does, and shows that an answer is being typed: until one is sent, for 25 seconds at most.
     *
     * @param sender the number that the message came to
     * @param received the message of the person
     * @throws dev.wakit.WhatsAppException by what the caller can do about it
     */
    public void showTyping(SenderId sender, MessageId received) {
        receipts.send(sender, received, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if no app secret is configured, because then no webhook can be told from a forged one
     */
    @Override
    public WebhookCodec webhooks() {
        return webhooks.orElseThrow(() -> new IllegalStateException("Provider '" + id
                + "' has no app secret, so it cannot check webhooks. Call appSecret(...) on its builder."));
    }

    /** {@inheritDoc} Empty without {@link MetaProviderBuilder#businessAccountId(String)}. */
    @Override
    public Optional<TemplateGateway> templates() {
        return templates;
    }

    /** {@inheritDoc} Never empty. */
    @Override
    public Optional<MediaGateway> media() {
        return Optional.of(media);
    }

    /**
     * {@inheritDoc} Never empty. What concerns the account needs {@link MetaProviderBuilder#businessAccountId(String)}, to list and
     * to create catalogs needs {@link MetaProviderBuilder#portfolioId(String)}; without them those calls throw an
     * {@link IllegalStateException}.
     */
    @Override
    public Optional<CatalogGateway> catalog() {
        return Optional.of(catalog);
    }

    /**
     * Uploads files for the headers of templates and for profile pictures.
     *
     * @throws IllegalStateException if the configuration names no app
     */
    public HeaderUploads headerUploads() {
        return headerUploads.orElseThrow(() -> new IllegalStateException(
                "Provider '" + id + "' does not know the app that uploads belong to. Call appId(...) on its builder."));
    }

    /** {@inheritDoc} Meta is asked about the token and the number; two calls of the management budget. */
    @Override
    public Optional<ProviderHealth> health() {
        return Optional.of(health.look());
    }

    /** The account: its numbers, their settings, and what it may do. */
    public MetaAccount account() {
        return account;
    }

    /**
     * What only Meta does with templates: library, previews, authentication templates in bulk, archive, migration, comparison.
     * Empty without {@link MetaProviderBuilder#businessAccountId(String)}.
     */
    public Optional<MetaTemplateManagement> templateManagement() {
        return templateManagement;
    }

    /**
     * Sends with another token from now on; lanes that wait because the old one was refused go on at once.
     *
     * @param accessToken a token of the same account, not blank, without spaces or line breaks
     * @throws IllegalArgumentException if it cannot be a token; the old one stays
     */
    public void replaceAccessToken(String accessToken) {
        if (accessToken.isBlank() || accessToken.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "The new access token of provider '" + id + "' is blank or holds a character that no token has.");
        }
        transport.replaceAccessToken(accessToken);
        credentialsVersion.incrementAndGet();
    }

    /** What Meta last said about the budget of management calls; empty before the first such answer. */
    public Optional<ApiUsage> apiUsage() {
        return transport.usage();
    }

    @Override
    public long credentialsVersion() {
        return credentialsVersion.get();
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return "MetaProvider[" + id + "]";
    }
}
