package dev.wakit.provider.dialog360;

import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.dialog360.internal.error.Dialog360Errors;
import dev.wakit.provider.http.HttpSettings;
import dev.wakit.provider.http.SettingsCheck;
import dev.wakit.rate.RateLimit;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link Dialog360Provider}. Not thread-safe; {@code build} reports all problems at once.
 *
 * @since 0.1
 */
public final class Dialog360ProviderBuilder {

    private static final Pattern PHONE_NUMBER_ID = Pattern.compile("\\d{1,32}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    final String apiKey;
    final String sender;
    final List<String> platformSecrets = new ArrayList<>();
    final Map<String, List<String>> webhookHeaders = new LinkedHashMap<>();
    URI baseUrl = URI.create("https://waba-v2.360dialog.io");
    ProviderId id = ProviderId.of("360dialog");
    ErrorPolicy errors = Dialog360Errors.table();
    RateLimit throughput = RateLimit.perSecond(80);
    boolean payments;
    boolean mediaThroughHost = true;
    boolean categoryMayChange = true;
    Duration templateCache = Duration.ofHours(1);
    InstantSource clock = InstantSource.system();
    private final Set<Passthrough> passthrough = EnumSet.noneOf(Passthrough.class);
    private @Nullable ProxySelector proxies;
    private int maxInFlight = 1024;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration totalTimeout = Duration.ofSeconds(20);
    private Duration transferTimeout = Duration.ofMinutes(5);

    Dialog360ProviderBuilder(String apiKey, String sender) {
        this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
        this.sender = Objects.requireNonNull(sender, "phoneNumberId");
    }

    /** The platform secret with which 360dialog signs the webhooks of a partner's numbers, replacing earlier ones. */
    public Dialog360ProviderBuilder platformSecret(String platformSecret) {
        platformSecrets.clear();
        return addPlatformSecret(platformSecret);
    }

    /** One more platform secret that may have signed a webhook, while it is being replaced. */
    public Dialog360ProviderBuilder addPlatformSecret(String platformSecret) {
        platformSecrets.add(Objects.requireNonNull(platformSecret, "platformSecret"));
        return this;
    }

    /**
     * A header that a genuine webhook has, as it was set with the address, see {@link WebhookSetup}. For a number that belongs to no
     * partner it is the only proof, so its value must be hard to guess. Several headers must all be there; several values of one are
     * each good, while it is being replaced. With a platform secret as well both must hold.
     */
    public Dialog360ProviderBuilder webhookHeader(String name, String value) {
        webhookHeaders
                .computeIfAbsent(Objects.requireNonNull(name, "name"), it -> new ArrayList<>())
                .add(Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Where the API is; https, or http on this machine. {@code https://waba-v2.360dialog.io} by default. */
    public Dialog360ProviderBuilder baseUrl(URI baseUrl) {
        this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        return this;
    }

    /** What this account was seen to pass on, besides what is documented; nothing by default. */
    public Dialog360ProviderBuilder passesThrough(Passthrough... features) {
        passthrough.addAll(List.of(features));
        return this;
    }

    /** The name of this instance; {@code 360dialog} by default. Each number's needs its own. */
    public Dialog360ProviderBuilder id(ProviderId id) {
        this.id = Objects.requireNonNull(id, "id");
        return this;
    }

    /** What error codes mean; {@link Dialog360Provider#defaultErrors()} by default. */
    public Dialog360ProviderBuilder errors(ErrorPolicy errors) {
        this.errors = Objects.requireNonNull(errors, "errors");
        return this;
    }

    /** What the number may send; Meta's 80 messages a second by default. */
    public Dialog360ProviderBuilder throughput(RateLimit throughput) {
        this.throughput = Objects.requireNonNull(throughput, "throughput");
        return this;
    }

    /** Whether orders to pay may be sent: only businesses in India and Brazil whom Meta has admitted; false by default. */
    public Dialog360ProviderBuilder payments(boolean payments) {
        this.payments = payments;
        return this;
    }

    /**
     * Whether media is downloaded from 360dialog's host at the path that Meta names, with the key, rather than from Meta's own,
     * without one; true by default.
     */
    public Dialog360ProviderBuilder mediaThroughHost(boolean mediaThroughHost) {
        this.mediaThroughHost = mediaThroughHost;
        return this;
    }

    /** Whether Meta may put a new template into another category, which costs another price, rather than refuse it; true by default. */
    public Dialog360ProviderBuilder categoryMayChange(boolean categoryMayChange) {
        this.categoryMayChange = categoryMayChange;
        return this;
    }

    /** How to choose a proxy; as the system properties of Java say by default. */
    public Dialog360ProviderBuilder proxies(ProxySelector proxies) {
        this.proxies = Objects.requireNonNull(proxies, "proxies");
        return this;
    }

    /** How many requests may be on the wire at once; 1,024 by default. */
    public Dialog360ProviderBuilder maxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
        return this;
    }

    /** How long a connection may take to open; 5 seconds by default. */
    public Dialog360ProviderBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
        return this;
    }

    /** How long a request may take from start to the last byte of the answer; 20 seconds by default. */
    public Dialog360ProviderBuilder totalTimeout(Duration totalTimeout) {
        this.totalTimeout = Objects.requireNonNull(totalTimeout, "totalTimeout");
        return this;
    }

    /** How long a request with a file may take; 5 minutes by default. */
    public Dialog360ProviderBuilder transferTimeout(Duration transferTimeout) {
        this.transferTimeout = Objects.requireNonNull(transferTimeout, "transferTimeout");
        return this;
    }

    /** How long a template that was found is remembered; an hour by default, zero for not at all. */
    public Dialog360ProviderBuilder templateCache(Duration templateCache) {
        this.templateCache = Objects.requireNonNull(templateCache, "templateCache");
        return this;
    }

    /** The clock for events without a time and for the template cache; the system's by default. */
    public Dialog360ProviderBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Builds the provider; nothing is connected yet.
     *
     * @throws IllegalArgumentException naming every problem of the configuration, and no secret
     */
    public Dialog360Provider build() {
        var check = new SettingsCheck()
                .token("apiKey", apiKey)
                .require(
                        PHONE_NUMBER_ID.matcher(sender).matches(),
                        "phoneNumberId must be the digits that webhooks name as metadata.phone_number_id, not the number"
                                + " itself, without '+' or spaces")
                .notBlank("platformSecret", platformSecrets)
                .baseUrl("baseUrl", baseUrl)
                .atLeastOne("maxInFlight", maxInFlight)
                .positive("connectTimeout", connectTimeout)
                .positive("totalTimeout", totalTimeout)
                .positive("transferTimeout", transferTimeout)
                .notNegative("templateCache", templateCache);
        webhookHeaders.forEach((name, values) -> check.require(
                        HEADER_NAME.matcher(name).matches(),
                        "webhookHeader must have a name of letters, digits and '-', but one is '" + name + "'")
                .notBlank("webhookHeader '" + name + "'", values));
        check.throwProblems("The 360dialog provider cannot be built");
        return new Dialog360Provider(this);
    }

    boolean passes(Passthrough feature) {
        return passthrough.contains(feature);
    }

    HttpSettings httpSettings() {
        var http = HttpSettings.builder("360dialog")
                .maxInFlight(maxInFlight)
                .connectTimeout(connectTimeout)
                .totalTimeout(totalTimeout)
                .transferTimeout(transferTimeout);
        if (proxies != null) {
            http.proxies(proxies);
        }
        return http.build();
    }
}
