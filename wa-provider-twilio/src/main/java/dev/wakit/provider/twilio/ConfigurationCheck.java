package dev.wakit.provider.twilio;

import dev.wakit.provider.http.SettingsCheck;
import dev.wakit.provider.twilio.internal.message.Addresses;
import dev.wakit.provider.twilio.internal.message.StatusCallbacks;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a configuration of Twilio needs beyond what every provider's does. */
final class ConfigurationCheck {

    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern OVERRIDES = Pattern.compile("([a-z]{1,8}=[A-Za-z0-9,._-]+(&(?!$)|$))*");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    private final SettingsCheck settings = new SettingsCheck();

    /** The checks that every provider needs. */
    SettingsCheck settings() {
        return settings;
    }

    ConfigurationCheck account(String sid) {
        settings.require(
                ACCOUNT.matcher(sid).matches(),
                "accountSid must be AC and 32 hexadecimal digits, as Twilio's console shows it");
        return this;
    }

    ConfigurationCheck sender(String sender) {
        settings.require(
                Addresses.isSender(sender),
                "sender must be a number such as +14155550100, or the SID of a Messaging Service (MG and 32 hexadecimal"
                        + " digits)");
        return this;
    }

    ConfigurationCheck service(Optional<String> sid) {
        settings.require(
                sid.filter(it -> !Addresses.isService(it)).isEmpty(),
                "messagingServiceSid must be MG and 32 hexadecimal digits");
        return this;
    }

    /** The addresses that Twilio posts to. */
    ConfigurationCheck webhookUrls(List<URI> urls) {
        for (URI url : urls) {
            String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            settings.require(
                    SCHEMES.contains(scheme) && url.getHost() != null && url.getRawFragment() == null,
                    "webhookUrl must be an absolute http or https address without fragment, and Twilio allows no"
                            + " underscore in its host");
            String query = Optional.ofNullable(url.getRawQuery()).orElse("");
            settings.require(
                    !query.contains(StatusCallbacks.REF) && !query.contains(StatusCallbacks.SENDER),
                    "webhookUrl must not have the parameters " + StatusCallbacks.REF + " and " + StatusCallbacks.SENDER
                            + ", which are added to it");
        }
        return this;
    }

    /** Tokens that sign need an address that is signed. */
    ConfigurationCheck signable(List<String> tokens, List<URI> urls) {
        settings.require(
                urls.isEmpty() || !tokens.isEmpty(),
                "webhookUrl needs authToken(...), since Twilio signs webhooks with it and never with an API key");
        return this;
    }

    ConfigurationCheck overrides(String overrides) {
        settings.require(
                OVERRIDES.matcher(overrides).matches(),
                "connectionOverrides must be pairs such as rc=5&rp=all&tt=15000, or empty");
        return this;
    }

    ConfigurationCheck validity(Optional<Duration> period) {
        settings.require(
                period.filter(it -> it.toSeconds() < 1 || it.compareTo(LONGEST_VALIDITY) > 0)
                        .isEmpty(),
                "validityPeriod must be 1 second to 10 hours");
        return this;
    }

    ConfigurationCheck shortening(boolean shortens, boolean hasService) {
        settings.require(!shortens || hasService, "shortensUrls needs messagingServiceSid(...)");
        return this;
    }

    /** Ends the check. */
    void throwProblems() {
        settings.throwProblems("The Twilio provider cannot be built");
    }
}
