package dev.wakit.provider.twilio;

import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.http.HttpSettings;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.internal.api.TwilioHosts;
import dev.wakit.provider.twilio.internal.content.ContentBook;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import dev.wakit.provider.twilio.internal.message.Addresses;
import dev.wakit.provider.twilio.internal.message.SendSettings;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link TwilioProvider}. Not thread-safe; {@code build} reports all problems at once.
 *
 * @since 0.1
 */
public final class TwilioProviderBuilder {

    private static final URI API = URI.create("https://api.twilio.com");
    private static final URI CONTENT = URI.create("https://content.twilio.com");
    private static final URI MESSAGING = URI.create("https://messaging.twilio.com");

    final String accountSid;
    final TwilioCredentials credentials;
    final String sender;
    final List<String> authTokens = new ArrayList<>();
    final List<URI> furtherWebhookUrls = new ArrayList<>();
    final Map<ContentBook.TemplateKey, ContentSid> contents = new HashMap<>();

    @Nullable String messagingServiceSid;

    @Nullable URI webhookUrl;

    String connectionOverrides = "rc=5&rp=all&tt=15000";

    @Nullable Duration validityPeriod;

    boolean discardsContent;
    boolean obfuscatesAddresses;
    boolean shortensUrls;
    boolean sendsToBsuid;
    URI baseUrl = API;

    @Nullable URI contentUrl;

    @Nullable URI messagingUrl;

    @Nullable ProxySelector proxies;

    ProviderId id = ProviderId.of("twilio");
    ErrorPolicy errors = TwilioErrors.table();
    RateLimit throughput = RateLimit.perSecond(70);
    int maxInFlight = 40;
    Duration connectTimeout = Duration.ofSeconds(5);
    Duration totalTimeout = Duration.ofSeconds(20);
    Duration templateCache = Duration.ofHours(1);
    InstantSource clock = InstantSource.system();

    TwilioProviderBuilder(String accountSid, TwilioCredentials credentials, String sender) {
        this.accountSid = Objects.requireNonNull(accountSid, "accountSid");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.sender = Addresses.withoutChannel(Objects.requireNonNull(sender, "sender"));
    }

    /**
     * The auth token that signs webhooks, replacing earlier ones. Not needed if the credentials are that token.
     */
    public TwilioProviderBuilder authToken(String authToken) {
        authTokens.clear();
        return addAuthToken(authToken);
    }

    /** One more auth token that may have signed a webhook, while the token is being rotated. */
    public TwilioProviderBuilder addAuthToken(String authToken) {
        authTokens.add(Objects.requireNonNull(authToken, "authToken"));
        return this;
    }

    /**
     * Where Twilio posts the statuses of messages, exactly as Twilio can reach it, with the query if it has one. Each message gets
     * this address with its callback data in one more parameter of the query. Without it Twilio posts no statuses for messages of
     * this provider.
     */
    public TwilioProviderBuilder webhookUrl(URI webhookUrl) {
        this.webhookUrl = Objects.requireNonNull(webhookUrl, "webhookUrl");
        return this;
    }

    /** One more address that Twilio posts to, such as the one of a sender or a Messaging Service for messages of people. */
    public TwilioProviderBuilder addWebhookUrl(URI webhookUrl) {
        furtherWebhookUrls.add(Objects.requireNonNull(webhookUrl, "webhookUrl"));
        return this;
    }

    /**
     * How Twilio repeats a status that could not be delivered: the fragment of the address, which is not sent and not signed.
     * {@code rc=5&rp=all&tt=15000} by default: five times whatever the failure, within 15 seconds. Empty for what Twilio does
     * without it, which is next to nothing.
     */
    public TwilioProviderBuilder connectionOverrides(String connectionOverrides) {
        this.connectionOverrides = Objects.requireNonNull(connectionOverrides, "connectionOverrides");
        return this;
    }

    /** The Messaging Service that goes with every message, needed to schedule and to shorten links; none by default. */
    public TwilioProviderBuilder messagingServiceSid(String messagingServiceSid) {
        this.messagingServiceSid = Objects.requireNonNull(messagingServiceSid, "messagingServiceSid");
        return this;
    }

    /**
     * Which Content a template is, where its name at WhatsApp and in Twilio's console is another one.
     *
     * @param name what messages call the template
     * @param language what messages call its language
     */
    public TwilioProviderBuilder content(TemplateName name, LanguageCode language, ContentSid sid) {
        contents.put(new ContentBook.TemplateKey(name, language), Objects.requireNonNull(sid, "sid"));
        return this;
    }

    /** How long a message may wait in Twilio's queue: 1 second to 10 hours; as Twilio does by default. */
    public TwilioProviderBuilder validityPeriod(Duration validityPeriod) {
        this.validityPeriod = Objects.requireNonNull(validityPeriod, "validityPeriod");
        return this;
    }

    /** Whether Twilio forgets the text of a message once it is sent; then no look-up can find it. False by default. */
    public TwilioProviderBuilder discardsContent(boolean discardsContent) {
        this.discardsContent = discardsContent;
        return this;
    }

    /** Whether Twilio forgets the end of the recipient's number; then no look-up can find it. False by default. */
    public TwilioProviderBuilder obfuscatesAddresses(boolean obfuscatesAddresses) {
        this.obfuscatesAddresses = obfuscatesAddresses;
        return this;
    }

    /** Whether links in texts are shortened, by the domain of the Messaging Service; false by default. */
    public TwilioProviderBuilder shortensUrls(boolean shortensUrls) {
        this.shortensUrls = shortensUrls;
        return this;
    }

    /**
     * Whether people can be addressed by business-scoped user id alone. Twilio writes such addresses in webhooks and does not say
     * whether it takes them; false by default.
     */
    public TwilioProviderBuilder sendsToBsuid(boolean sendsToBsuid) {
        this.sendsToBsuid = sendsToBsuid;
        return this;
    }

    /** Where messages are sent; https, or http on this machine. {@code https://api.twilio.com} by default. */
    public TwilioProviderBuilder baseUrl(URI baseUrl) {
        this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        return this;
    }

    /** Where Contents are; {@code https://content.twilio.com} by default, or {@link #baseUrl(URI)} if that was set. */
    public TwilioProviderBuilder contentUrl(URI contentUrl) {
        this.contentUrl = Objects.requireNonNull(contentUrl, "contentUrl");
        return this;
    }

    /** Where senders are; {@code https://messaging.twilio.com} by default, or {@link #baseUrl(URI)} if that was set. */
    public TwilioProviderBuilder messagingUrl(URI messagingUrl) {
        this.messagingUrl = Objects.requireNonNull(messagingUrl, "messagingUrl");
        return this;
    }

    /** How to choose a proxy; as the system properties of Java say by default. */
    public TwilioProviderBuilder proxies(ProxySelector proxies) {
        this.proxies = Objects.requireNonNull(proxies, "proxies");
        return this;
    }

    /** The name of this instance; {@code twilio} by default. */
    public TwilioProviderBuilder id(ProviderId id) {
        this.id = Objects.requireNonNull(id, "id");
        return this;
    }

    /** What error codes mean; {@link TwilioProvider#defaultErrors()} by default. */
    public TwilioProviderBuilder errors(ErrorPolicy errors) {
        this.errors = Objects.requireNonNull(errors, "errors");
        return this;
    }

    /** What one sender may send; 70 messages a second by default, a little less than the 80 that Twilio allows. */
    public TwilioProviderBuilder throughput(RateLimit throughput) {
        this.throughput = Objects.requireNonNull(throughput, "throughput");
        return this;
    }

    /** How many sends may be on the wire at once; 40 by default, since Twilio refuses too many at once (20429). */
    public TwilioProviderBuilder maxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
        return this;
    }

    /** How long a connection may take to open; 5 seconds by default. */
    public TwilioProviderBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
        return this;
    }

    /** How long a request may take from start to the last byte of the answer; 20 seconds by default. */
    public TwilioProviderBuilder totalTimeout(Duration totalTimeout) {
        this.totalTimeout = Objects.requireNonNull(totalTimeout, "totalTimeout");
        return this;
    }

    /** How long an approved Content that was found is remembered; an hour by default, zero for not at all. */
    public TwilioProviderBuilder templateCache(Duration templateCache) {
        this.templateCache = Objects.requireNonNull(templateCache, "templateCache");
        return this;
    }

    /** The clock for events, which Twilio gives no time, for schedules and for the cache; the system's by default. */
    public TwilioProviderBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Builds the provider; nothing is connected yet.
     *
     * @throws IllegalArgumentException naming every problem of the configuration, and no secret
     */
    public TwilioProvider build() {
        var check = new ConfigurationCheck()
                .account(accountSid)
                .sender(sender)
                .service(Optional.ofNullable(messagingServiceSid))
                .webhookUrls(webhookUrls())
                .signable(signatureTokens(), webhookUrls())
                .overrides(connectionOverrides)
                .validity(Optional.ofNullable(validityPeriod))
                .shortening(shortensUrls, messagingServiceSid != null || Addresses.isService(sender));
        check.settings()
                .notBlank("authToken", authTokens)
                .baseUrl("baseUrl", baseUrl)
                .baseUrl("contentUrl", hosts().content())
                .baseUrl("messagingUrl", hosts().messaging())
                .positive("connectTimeout", connectTimeout)
                .positive("totalTimeout", totalTimeout)
                .notNegative("templateCache", templateCache)
                .atLeastOne("maxInFlight", maxInFlight);
        check.throwProblems();
        return new TwilioProvider(this);
    }

    List<String> signatureTokens() {
        return authTokens.isEmpty() ? credentials.token().stream().toList() : List.copyOf(authTokens);
    }

    List<URI> webhookUrls() {
        return Stream.concat(Stream.ofNullable(webhookUrl), furtherWebhookUrls.stream())
                .toList();
    }

    SendSettings sendSettings() {
        return new SendSettings(
                Optional.ofNullable(messagingServiceSid),
                Optional.ofNullable(webhookUrl),
                connectionOverrides,
                Optional.ofNullable(validityPeriod),
                discardsContent,
                obfuscatesAddresses,
                shortensUrls);
    }

    TwilioHosts hosts() {
        boolean own = !baseUrl.equals(API);
        return new TwilioHosts(
                accountSid,
                baseUrl,
                contentUrl != null ? contentUrl : own ? baseUrl : CONTENT,
                messagingUrl != null ? messagingUrl : own ? baseUrl : MESSAGING);
    }

    HttpSettings httpSettings() {
        HttpSettings.Builder settings = HttpSettings.builder("twilio")
                .maxInFlight(maxInFlight)
                .connectTimeout(connectTimeout)
                .totalTimeout(totalTimeout);
        if (proxies != null) {
            settings.proxies(proxies);
        }
        return settings.build();
    }
}
