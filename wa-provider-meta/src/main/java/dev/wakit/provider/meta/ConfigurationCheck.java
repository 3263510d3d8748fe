package dev.wakit.provider.meta;

import dev.wakit.provider.http.SettingsCheck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a configuration of Meta needs beyond what every provider's does. */
final class ConfigurationCheck {

    private static final Pattern GRAPH_ID = Pattern.compile("\\d{1,32}");

    private final SettingsCheck settings = new SettingsCheck();

    ConfigurationCheck token(String name, String value) {
        settings.token(name, value);
        return this;
    }

    ConfigurationCheck graphId(String name, String value) {
        settings.require(
                GRAPH_ID.matcher(value).matches(),
                name + " must be the digits of the id that WhatsApp Manager shows, without '+' or spaces");
        return this;
    }

    ConfigurationCheck graphId(String name, Optional<String> value) {
        return value.isPresent() ? graphId(name, value.get()) : this;
    }

    ConfigurationCheck notBlank(String name, List<String> values) {
        settings.notBlank(name, values);
        return this;
    }

    ConfigurationCheck baseUrl(String name, URI url) {
        settings.baseUrl(name, url);
        return this;
    }

    ConfigurationCheck provable(String name, boolean proves, List<String> secrets) {
        settings.require(!proves || !secrets.isEmpty(), name + " needs appSecret(...)");
        return this;
    }

    ConfigurationCheck positive(String name, Duration value) {
        settings.positive(name, value);
        return this;
    }

    ConfigurationCheck notNegative(String name, Duration value) {
        settings.notNegative(name, value);
        return this;
    }

    ConfigurationCheck atLeastOne(String name, int value) {
        settings.atLeastOne(name, value);
        return this;
    }

    List<String> problems() {
        return settings.problems();
    }
}
