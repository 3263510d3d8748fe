package dev.wakit.provider.meta;

import dev.wakit.commerce.catalog.CatalogLimits;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.meta.internal.catalog.CatalogScope;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.TransportSettings;
import dev.wakit.provider.meta.internal.message.SendSettings;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateName;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link MetaProvider}. Not thread-safe; {@code build} reports all problems at once.
 *
 * @since 0.1
 */
public final class MetaProviderBuilder {

    private static final URI GRAPH = URI.create("https://graph.facebook.com");
    private static final URI API = URI.create("https://api.facebook.com");

    final String accessToken;
    final String phoneNumberId;
    final List<String> appSecrets = new ArrayList<>();

    @Nullable String verifyToken;

    @Nullable String businessAccountId;

    @Nullable String portfolioId;

    @Nullable String appId;

    GraphVersion graphVersion = GraphVersion.V25_0;
    URI baseUrl = GRAPH;

    @Nullable URI apiBaseUrl;

    boolean provesAppSecret;

    @Nullable ProxySelector proxies;

    ProviderId id = ProviderId.of("meta");
    ErrorPolicy errors = GraphErrors.table();
    RateLimit throughput = RateLimit.perSecond(80);
    boolean payments;

    @Nullable String messagingAccountId;

    MarketingDelivery marketing = MarketingDelivery.standard();
    Predicate<TemplateName> marketingTemplates = name -> false;
    int maxInFlight = 1024;
    Duration connectTimeout = Duration.ofSeconds(5);
    Duration totalTimeout = Duration.ofSeconds(20);
    Duration transferTimeout = Duration.ofMinutes(5);
    Duration templateCache = Duration.ofHours(1);
    CatalogLimits catalogLimits = CatalogScope.META_LIMITS;
    String catalogReviewChannel = CatalogScope.WHATSAPP;
    InstantSource clock = InstantSource.system();

    MetaProviderBuilder(String accessToken, String phoneNumberId) {
        this.accessToken = Objects.requireNonNull(accessToken, "accessToken");
        this.phoneNumberId = Objects.requireNonNull(phoneNumberId, "phoneNumberId");
    }

    /** The app secret that signs webhooks, replacing earlier ones. */
    public MetaProviderBuilder appSecret(String appSecret) {
        appSecrets.clear();
        return addAppSecret(appSecret);
    }

    /** One more app secret that may have signed a webhook, while the secret is being rotated. */
    public MetaProviderBuilder addAppSecret(String appSecret) {
        appSecrets.add(Objects.requireNonNull(appSecret, "appSecret"));
        return this;
    }

    /** The token that Meta repeats when it checks the webhook endpoint; without one every check is refused. */
    public MetaProviderBuilder verifyToken(String verifyToken) {
        this.verifyToken = Objects.requireNonNull(verifyToken, "verifyToken");
        return this;
    }

    /** The id of the WhatsApp business account, needed for its templates. */
    public MetaProviderBuilder businessAccountId(String businessAccountId) {
        this.businessAccountId = Objects.requireNonNull(businessAccountId, "businessAccountId");
        return this;
    }

    /** The id of the business portfolio, needed to list and create its catalogs. */
    public MetaProviderBuilder portfolioId(String portfolioId) {
        this.portfolioId = Objects.requireNonNull(portfolioId, "portfolioId");
        return this;
    }

    /** The id of the app that the token belongs to, needed to upload files for the headers of templates. */
    public MetaProviderBuilder appId(String appId) {
        this.appId = Objects.requireNonNull(appId, "appId");
        return this;
    }

    /** The version of the Graph API; v25.0 by default. */
    public MetaProviderBuilder graphVersion(GraphVersion graphVersion) {
        this.graphVersion = Objects.requireNonNull(graphVersion, "graphVersion");
        return this;
    }

    /** Where the Graph API is; https, or http on this machine. {@code https://graph.facebook.com} by default. */
    public MetaProviderBuilder baseUrl(URI baseUrl) {
        this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        return this;
    }

    /**
     * Where the few calls are that have no version; {@code https://api.facebook.com} by default, or {@link #baseUrl(URI)} if
     * that was set.
     */
    public MetaProviderBuilder apiBaseUrl(URI apiBaseUrl) {
        this.apiBaseUrl = Objects.requireNonNull(apiBaseUrl, "apiBaseUrl");
        return this;
    }

    /**
     * Proves with each request that this host knows the app secret ({@code appsecret_proof}), which apps with "Require App
     * Secret" ask for. Uses the secret of {@link #appSecret(String)}; off by default.
     */
    public MetaProviderBuilder provesAppSecret(boolean provesAppSecret) {
        this.provesAppSecret = provesAppSecret;
        return this;
    }

    /** How to choose a proxy; as the system properties of Java say by default. */
    public MetaProviderBuilder proxies(ProxySelector proxies) {
        this.proxies = Objects.requireNonNull(proxies, "proxies");
        return this;
    }

    /** The name of this instance; {@code meta} by default. */
    public MetaProviderBuilder id(ProviderId id) {
        this.id = Objects.requireNonNull(id, "id");
        return this;
    }

    /** What error codes mean; {@link MetaProvider#defaultErrors()} by default. */
    public MetaProviderBuilder errors(ErrorPolicy errors) {
        this.errors = Objects.requireNonNull(errors, "errors");
        return this;
    }

    /** What one number may send; 80 messages a second by default. */
    public MetaProviderBuilder throughput(RateLimit throughput) {
        this.throughput = Objects.requireNonNull(throughput, "throughput");
        return this;
    }

    /**
     * Whether orders to pay may be sent: order details, order status and templates with an order button. Only businesses in
     * India and Brazil whom Meta has admitted may; false by default.
     */
    public MetaProviderBuilder payments(boolean payments) {
        this.payments = payments;
        return this;
    }

    /** The messaging account that is charged, for numbers that serve several; none by default. */
    public MetaProviderBuilder messagingAccountId(String messagingAccountId) {
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
    public MetaProviderBuilder marketing(MarketingDelivery delivery, Predicate<TemplateName> templates) {
        this.marketing = Objects.requireNonNull(delivery, "delivery");
        this.marketingTemplates = Objects.requireNonNull(templates, "templates");
        return this;
    }

    /** How many requests may be on the wire at once; 1,024 by default. */
    public MetaProviderBuilder maxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
        return this;
    }

    /** How long a connection may take to open; 5 seconds by default. */
    public MetaProviderBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
        return this;
    }

    /** How long a request may take from start to the last byte of the answer; 20 seconds by default. */
    public MetaProviderBuilder totalTimeout(Duration totalTimeout) {
        this.totalTimeout = Objects.requireNonNull(totalTimeout, "totalTimeout");
        return this;
    }

    /** How long a request with a file may take; 5 minutes by default. */
    public MetaProviderBuilder transferTimeout(Duration transferTimeout) {
        this.transferTimeout = Objects.requireNonNull(transferTimeout, "transferTimeout");
        return this;
    }

    /** How long a template that was found is remembered; an hour by default, zero for not at all. */
    public MetaProviderBuilder templateCache(Duration templateCache) {
        this.templateCache = Objects.requireNonNull(templateCache, "templateCache");
        return this;
    }

    /** How many changes of products one batch may have; 5,000 and 28,000,000 bytes by default, as Meta documents. */
    public MetaProviderBuilder catalogLimits(CatalogLimits catalogLimits) {
        this.catalogLimits = Objects.requireNonNull(catalogLimits, "catalogLimits");
        return this;
    }

    /**
     * Meta's word for WhatsApp in {@code capability_to_review_status} of a product; {@code WHATSAPP} by default. Clients of Meta find it
     * there, but no page of Meta lists the words; with a wrong one every review is {@code UNKNOWN}.
     */
    public MetaProviderBuilder catalogReviewChannel(String word) {
        this.catalogReviewChannel = word.toUpperCase(Locale.ROOT);
        return this;
    }

    /** The clock for events without a time and for the template cache; the system's by default. */
    public MetaProviderBuilder clock(InstantSource clock) {
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
                .graphId("portfolioId", Optional.ofNullable(portfolioId))
                .graphId("messagingAccountId", Optional.ofNullable(messagingAccountId))
                .graphId("appId", Optional.ofNullable(appId))
                .notBlank("appSecret", appSecrets)
                .notBlank("catalogReviewChannel", List.of(catalogReviewChannel))
                .notBlank(
                        "verifyToken", Optional.ofNullable(verifyToken).stream().toList())
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

    SendSettings sendSettings() {
        return new SendSettings(Optional.ofNullable(messagingAccountId), marketing, marketingTemplates);
    }

    TransportSettings transportSettings() {
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

    CatalogScope catalogScope() {
        return new CatalogScope(
                Optional.ofNullable(businessAccountId),
                Optional.ofNullable(portfolioId),
                catalogReviewChannel,
                catalogLimits);
    }

    URI apiBase() {
        if (apiBaseUrl != null) {
            return apiBaseUrl;
        }
        return baseUrl.equals(GRAPH) ? API : baseUrl;
    }
}
