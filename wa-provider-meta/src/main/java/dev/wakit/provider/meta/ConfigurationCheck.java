package dev.wakit.provider.meta;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is wrong with a configuration, one sentence each, without showing a secret. */
final class ConfigurationCheck {

    // What an HTTP header can carry; a line break would end the header.
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern GRAPH_ID = Pattern.compile("\\d{1,32}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> problems = new ArrayList<>();

    ConfigurationCheck token(String name, String value) {
        return require(
                TOKEN.matcher(value).matches(),
                name + " must be one or more visible ASCII characters; check for spaces and line breaks around it");
    }

    ConfigurationCheck graphId(String name, String value) {
        return require(
                GRAPH_ID.matcher(value).matches(),
                name + " must be the digits of the id that WhatsApp Manager shows, without '+' or spaces");
    }

    ConfigurationCheck graphId(String name, Optional<String> value) {
        return value.isPresent() ? graphId(name, value.get()) : this;
    }

    ConfigurationCheck notBlank(String name, List<String> values) {
        return require(values.stream().noneMatch(String::isBlank), name + " must not be blank");
    }

    ConfigurationCheck baseUrl(String name, URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(url.getHost()).orElse("");
        boolean plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
        boolean safe = scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
        return require(
                plain && safe && !host.isEmpty(),
                name
                        + " must be an https address without query (http only on this machine, because the token goes there)");
    }

    ConfigurationCheck provable(String name, boolean proves, List<String> secrets) {
        return require(!proves || !secrets.isEmpty(), name + " needs appSecret(...)");
    }

    ConfigurationCheck positive(String name, Duration value) {
        return require(!value.isZero() && !value.isNegative(), name + " must be above zero, but is " + value);
    }

    ConfigurationCheck notNegative(String name, Duration value) {
        return require(!value.isNegative(), name + " must not be negative, but is " + value);
    }

    ConfigurationCheck atLeastOne(String name, int value) {
        return require(value >= 1, name + " must be at least 1, but is " + value);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private ConfigurationCheck require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
        return this;
    }
}
