package dev.wakit.provider.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with the settings of a provider, one sentence each, without showing a secret.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class SettingsCheck {

    // What an HTTP header can carry; a line break would end the header.
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> problems = new ArrayList<>();

    /** A check that has found nothing yet. */
    public SettingsCheck() {}

    /** Any rule: keeps the problem unless it holds. The problem begins with the name of the setting and has no full stop. */
    public SettingsCheck require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
        return this;
    }

    /** A secret that goes into a header: visible ASCII without spaces. The value is not shown. */
    public SettingsCheck token(String name, String value) {
        return require(
                TOKEN.matcher(value).matches(),
                name + " must be one or more visible ASCII characters; check for spaces and line breaks around it");
    }

    /** Values of which none may be blank. They are not shown. */
    public SettingsCheck notBlank(String name, List<String> values) {
        return require(values.stream().noneMatch(String::isBlank), name + " must not be blank");
    }

    /** Where credentials go: https, or http on this machine, without query. */
    public SettingsCheck baseUrl(String name, URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(url.getHost()).orElse("");
        boolean plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
        boolean safe = scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
        return require(
                plain && safe && !host.isEmpty(),
                name
                        + " must be an https address without query (http only on this machine, because the token goes there)");
    }

    /** A duration above zero. */
    public SettingsCheck positive(String name, Duration value) {
        return require(!value.isZero() && !value.isNegative(), name + " must be above zero, but is " + value);
    }

    /** A duration of zero or more. */
    public SettingsCheck notNegative(String name, Duration value) {
        return require(!value.isNegative(), name + " must not be negative, but is " + value);
    }

    /** A number of one or more. */
    public SettingsCheck atLeastOne(String name, int value) {
        return require(value >= 1, name + " must be at least 1, but is " + value);
    }

    /** What was found, in the order of the checks. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Ends the check.
     *
     * @param what the beginning of the text, such as "The Meta provider cannot be built"
     * @throws IllegalArgumentException naming every problem, if there is one
     */
    public void throwProblems(String what) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + String.join("; ", problems) + ".");
        }
    }
}
