package dev.wakit.provider.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares a configuration with the settings of its kind. */
final class ConfigChecks {

    private ConfigChecks() {}

    /** Everything that is wrong, one sentence each. */
    static List<String> problems(ProviderConfig config, List<ProviderSetting> settings) {
        Map<String, ProviderSetting> known = settings.stream()
                .collect(Collectors.toMap(ProviderSetting::name, setting -> setting, (a, b) -> a, TreeMap::new));
        var problems = new ArrayList<String>();
        for (String name : config.names()) {
            ProviderSetting setting = known.get(name);
            if (setting == null) {
                problems.add(about(config, name) + "is not a setting of kind '" + config.kind() + "'. It has "
                        + String.join(", ", known.keySet()) + ".");
            } else {
                config.text(name)
                        .filter(value -> !fits(value, setting.kind()))
                        .ifPresent(value -> problems.add(about(config, name) + expected(setting.kind(), value)));
            }
        }
        known.values().stream()
                .filter(setting -> setting.need() == ProviderSetting.Need.REQUIRED)
                .filter(setting -> config.text(setting.name()).isEmpty())
                .forEach(setting ->
                        problems.add(about(config, setting.name()) + "is missing. " + setting.description()));
        return problems;
    }

    /** How a sentence about one setting begins. */
    static String about(ProviderConfig config, String setting) {
        return "Provider '" + config.id() + "': " + setting + " ";
    }

    /** What a factory said against a configuration. */
    static String sentence(ProviderConfig config, IllegalArgumentException refused) {
        return "Provider '" + config.id() + "': " + refused.getMessage();
    }

    private static boolean fits(String value, SettingKind kind) {
        try {
            return switch (kind) {
                case TEXT, SECRET -> true;
                case URL -> isWebAddress(URI.create(value));
                case DURATION -> !DurationText.parse(value).isNegative();
                case NUMBER -> Integer.parseInt(value) > 0;
                case FLAG -> value.equals("true") || value.equals("false");
            };
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean isWebAddress(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    private static String expected(SettingKind kind, String value) {
        return switch (kind) {
            case TEXT, SECRET -> throw new IllegalStateException("any text fits");
            // The address may hold a password.
            case URL -> "must be an address such as https://hooks.example.com/twilio, with http or https and a host.";
            case DURATION -> "must be a length of time such as 500ms, 20s, 5m or 1h, but is '" + value + "'.";
            case NUMBER -> "must be a whole number above zero, but is '" + value + "'.";
            case FLAG -> "must be true or false, but is '" + value + "'.";
        };
    }
}
