package dev.wakit.provider.meta;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.internal.account.AccountCalls;
import dev.wakit.provider.meta.internal.account.Waba;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.GraphTransport;
import dev.wakit.provider.meta.internal.http.SendAnswers;
import dev.wakit.provider.meta.internal.http.TransportSettings;
import dev.wakit.provider.meta.internal.media.MetaHeaderUploads;
import dev.wakit.provider.meta.internal.media.MetaMedia;
import dev.wakit.provider.meta.internal.message.Encoders;
import dev.wakit.provider.meta.internal.message.Envelopes;
import dev.wakit.provider.meta.internal.message.ReadReceipts;
import dev.wakit.provider.meta.internal.message.SendSettings;
import dev.wakit.provider.meta.internal.message.WireSend;
import dev.wakit.provider.meta.internal.template.MetaManagement;
import dev.wakit.provider.meta.internal.template.MetaTemplates;
import dev.wakit.provider.meta.internal.template.TemplateApi;
import dev.wakit.provider.meta.internal.webhook.MetaWebhooks;
import dev.wakit.provider.meta.media.HeaderUploads;
import dev.wakit.provider.meta.template.MetaTemplateManagement;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateName;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    private final MetaAccount account;
    private final Optional<MetaTemplateManagement> templateManagement;

    private MetaProvider(Builder builder) {
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
        Optional<TemplateApi> account =
                accountId.map(id -> TemplateApi.of(api, id, builder.templateCache, builder.clock));
        this.templates = account.map(MetaTemplates::new);
        this.templateManagement = account.map(it -> new MetaManagement(it, builder.clock));
        this.media = new MetaMedia(api, transport);
        this.headerUploads = Optional.ofNullable(builder.appId).map(app -> new MetaHeaderUploads(api, app));
        this.account = new AccountCalls(api, transport, new Waba(accountId, Optional.ofNullable(builder.appId)));
    }

    /**
     * Starts a provider.
     *
     * @param accessToken a token with {@code whatsapp_business_messaging}; use a system user's, which does not expire
     * @param phoneNumberId the id of the number that sends by default, which is not the number itself
     */
    public static Builder builder(String accessToken, String phoneNumberId) {
        return new Builder(accessToken, phoneNumberId);
    }

    /** What Meta's error codes mean; the start of a policy for {@link Builder#errors(ErrorPolicy)}. */
    public static ErrorPolicy defaultErrors() {
        return GraphErrors.table();
    }

    @Override
    public ProviderId id() {
        return id;
    }

    /** {@inheritDoc} Empty without {@link Builder#businessAccountId(String)}. */
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

    /** {@inheritDoc} Empty without {@link Builder#businessAccountId(String)}. */
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
     * Uploads files for the headers of templates and for profile pictures.
     *
     * @throws IllegalStateException if the configuration names no app
     */
    public HeaderUploads headerUploads() {
        return headerUploads.orElseThrow(() -> new IllegalStateException(
                "Provider '" + id + "' does not know the app that uploads belong to. Call appId(...) on its builder."));
    }

    /** The account: its numbers, their settings, and what it may do. */
    public MetaAccount account() {
        return account;
    }

    /**
     * What only Meta does with templates: library, previews, authentication templates in bulk, archive, migration, comparison.
     * Empty without {@link Builder#businessAccountId(String)}.
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

    /** Collects the parts of a {@link MetaProvider}. Not thread-safe; {@code build} reports all problems at once. */
    public static final class Builder {

        private static final URI GRAPH = URI.create("https://graph.facebook.com");
        private static final URI API = URI.create("https://api.facebook.com");

        private final String accessToken;
        private final String phoneNumberId;
        private final List<String> appSecrets = new ArrayList<>();
        private @Nullable String verifyToken;
        private @Nullable String businessAccountId;
        private @Nullable String appId;
        private GraphVersion graphVersion = GraphVersion.V25_0;
        private URI baseUrl = GRAPH;
        private @Nullable URI apiBaseUrl;
        private boolean provesAppSecret;
        private @Nullable ProxySelector proxies;
        private ProviderId id = ProviderId.of("meta");
        private ErrorPolicy errors = GraphErrors.table();
        private RateLimit throughput = RateLimit.perSecond(80);
        private boolean payments;
        private @Nullable String messagingAccountId;
        private MarketingDelivery marketing = MarketingDelivery.standard();
        private Predicate<TemplateName> marketingTemplates = name -> false;
        private int maxInFlight = 1024;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration totalTimeout = Duration.ofSeconds(20);
        private Duration transferTimeout = Duration.ofMinutes(5);
        private Duration templateCache = Duration.ofHours(1);
        private InstantSource clock = InstantSource.system();

        private Builder(String accessToken, String phoneNumberId) {
            this.accessToken = Objects.requireNonNull(accessToken, "accessToken");
            this.phoneNumberId = Objects.requireNonNull(phoneNumberId, "phoneNumberId");
        }

        /** The app secret that signs webhooks, replacing earlier ones. */
        public Builder appSecret(String appSecret) {
            appSecrets.clear();
            return addAppSecret(appSecret);
        }

        /** One more app secret that may have signed a webhook, while the secret is being rotated. */
        public Builder addAppSecret(String appSecret) {
            appSecrets.add(Objects.requireNonNull(appSecret, "appSecret"));
            return this;
        }

        /** The token that Meta repeats when it checks the webhook endpoint; without one every check is refused. */
        public Builder verifyToken(String verifyToken) {
            this.verifyToken = Objects.requireNonNull(verifyToken, "verifyToken");
            return this;
        }

        /** The id of the WhatsApp business account, needed for its templates. */
        public Builder businessAccountId(String businessAccountId) {
            this.businessAccountId = Objects.requireNonNull(businessAccountId, "businessAccountId");
            return this;
        }

        /** The id of the app that the token belongs to, needed to upload files for the headers of templates. */
        public Builder appId(String appId) {
            this.appId = Objects.requireNonNull(appId, "appId");
            return this;
        }

        /** The version of the Graph API; v25.0 by default. */
        public Builder graphVersion(GraphVersion graphVersion) {
            this.graphVersion = Objects.requireNonNull(graphVersion, "graphVersion");
            return this;
        }

        /** Where the Graph API is; https, or http on this machine. {@code https://graph.facebook.com} by default. */
        public Builder baseUrl(URI baseUrl) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            return this;
        }

        /**
         * Where the few calls are that have no version; {@code https://api.facebook.com} by default, or {@link #baseUrl(URI)} if
         * that was set.
         */
        public Builder apiBaseUrl(URI apiBaseUrl) {
            this.apiBaseUrl = Objects.requireNonNull(apiBaseUrl, "apiBaseUrl");
            return this;
        }

        /**
         * Proves with each request that this host knows the app secret ({@code appsecret_proof}), which apps with "Require App
         * Secret" ask for. Uses the secret of {@link #appSecret(String)}; off by default.
         */
        public Builder provesAppSecret(boolean provesAppSecret) {
            this.provesAppSecret = provesAppSecret;
            return this;
        }

        /** How to choose a proxy; as the system properties of Java say by default. */
        public Builder proxies(ProxySelector proxies) {
            this.proxies = Objects.requireNonNull(proxies, "proxies");
            return this;
        }

        /** The name of this instance; {@code meta} by default. */
        public Builder id(ProviderId id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /** What error codes mean; {@link MetaProvider#defaultErrors()} by default. */
        public Builder errors(ErrorPolicy errors) {
            this.errors = Objects.requireNonNull(errors, "errors");
            return this;
        }

        /** What one number may send; 80 messages a second by default. */
        public Builder throughput(RateLimit throughput) {
            this.throughput = Objects.requireNonNull(throughput, "throughput");
            return this;
        }

        /**
         * Whether orders to pay may be sent: order details, order status and templates with an order button. Only businesses in
         * India and Brazil whom Meta has admitted may; false by default.
         */
        public Builder payments(boolean payments) {
            this.payments = payments;
            return this;
        }

        /** The messaging account that is charged, for numbers that serve several; none by default. */
        public Builder messagingAccountId(String messagingAccountId) {
            this.messagingAccountId = Objects.requireNonNull(messagingAccountId, "messagingAccountId");
            return this;
        }

        /**
         * Sends templates through the Marketing Messages API, without each message saying so; a message that says something itself
         * is followed. None by default.
         *
         * @param delivery how
         * @param templates which ones; every one must be a marketing template, since Meta refuses others there (131055)
         */
        public Builder marketing(MarketingDelivery delivery, Predicate<TemplateName> templates) {
            this.marketing = Objects.requireNonNull(delivery, "delivery");
            this.marketingTemplates = Objects.requireNonNull(templates, "templates");
            return this;
        }

        /** How many requests may be on the wire at once; 1,024 by default. */
        public Builder maxInFlight(int maxInFlight) {
            this.maxInFlight = maxInFlight;
            return this;
        }

        /** How long a connection may take to open; 5 seconds by default. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
            return this;
        }

        /** How long a request may take from start to the last byte of the answer; 20 seconds by default. */
        public Builder totalTimeout(Duration totalTimeout) {
            this.totalTimeout = Objects.requireNonNull(totalTimeout, "totalTimeout");
            return this;
        }

        /** How long a request with a file may take; 5 minutes by default. */
        public Builder transferTimeout(Duration transferTimeout) {
            this.transferTimeout = Objects.requireNonNull(transferTimeout, "transferTimeout");
            return this;
        }

        /** How long a template that was found is remembered; an hour by default, zero for not at all. */
        public Builder templateCache(Duration templateCache) {
            this.templateCache = Objects.requireNonNull(templateCache, "templateCache");
            return this;
        }

        /** The clock for events without a time and for the template cache; the system's by default. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Builds the provider; nothing is connected yet.
         *
         * @throws IllegalArgumentException naming every problem of the configuration, and no secret
         */
        public MetaProvider build() {
            List<String> problems = new ConfigurationCheck()
                    .token("accessToken", accessToken)
                    .graphId("phoneNumberId", phoneNumberId)
                    .graphId("businessAccountId", Optional.ofNullable(businessAccountId))
                    .graphId("messagingAccountId", Optional.ofNullable(messagingAccountId))
                    .graphId("appId", Optional.ofNullable(appId))
                    .notBlank("appSecret", appSecrets)
                    .notBlank(
                            "verifyToken",
                            Optional.ofNullable(verifyToken).stream().toList())
                    .baseUrl("baseUrl", baseUrl)
                    .baseUrl("apiBaseUrl", apiBase())
                    .provable("provesAppSecret", provesAppSecret, appSecrets)
                    .positive("connectTimeout", connectTimeout)
                    .positive("totalTimeout", totalTimeout)
                    .positive("transferTimeout", transferTimeout)
                    .notNegative("templateCache", templateCache)
                    .atLeastOne("maxInFlight", maxInFlight)
                    .problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        "The Meta provider cannot be built: " + String.join("; ", problems) + ".");
            }
            return new MetaProvider(this);
        }

        private SendSettings sendSettings() {
            return new SendSettings(Optional.ofNullable(messagingAccountId), marketing, marketingTemplates);
        }

        private TransportSettings transportSettings() {
            return new TransportSettings(
                    baseUrl,
                    apiBase(),
                    graphVersion.value(),
                    accessToken,
                    connectTimeout,
                    totalTimeout,
                    transferTimeout,
                    maxInFlight,
                    provesAppSecret ? Optional.of(appSecrets.get(0)) : Optional.empty(),
                    Optional.ofNullable(proxies));
        }

        private URI apiBase() {
            if (apiBaseUrl != null) {
                return apiBaseUrl;
            }
            return baseUrl.equals(GRAPH) ? API : baseUrl;
        }
    }
}
