package dev.wakit.provider.registry;

import dev.wakit.provider.ProviderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads configurations of providers from where hosts keep them. Thread-safe.
 *
 * <p>An instance is named by its place, and {@code kind} says which provider it is; without {@code kind} the name of the instance is
 * the kind. The same two instances in each form:
 *
 * <pre>{@code
 * wakit.provider.meta-india.kind=meta              WAKIT_PROVIDER__META_INDIA__KIND=meta
 * wakit.provider.meta-india.access-token=...       WAKIT_PROVIDER__META_INDIA__ACCESS_TOKEN=...
 * wakit.provider.twilio.account-sid=...            WAKIT_PROVIDER__TWILIO__ACCOUNT_SID=...
 *
 * {"meta-india": {"kind": "meta", "accessToken": "..."}, "twilio": {"accountSid": "..."}}
 * }</pre>
 *
 * @since 0.1
 */
public final class ProviderConfigs {

    /** What the names of properties begin with. */
    public static final String PROPERTY_PREFIX = "wakit.provider.";

    /** What the names of environment variables begin with. */
    public static final String VARIABLE_PREFIX = "WAKIT_PROVIDER__";

    private static final String KIND = "kind";

    private ProviderConfigs() {}

    /**
     * Instances from properties that begin with {@value #PROPERTY_PREFIX}; others are left alone.
     *
     * @throws ProviderConfigException naming every property that names no instance and setting
     */
    public static List<ProviderConfig> fromProperties(Properties properties) {
        var collected = new Collected();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PROPERTY_PREFIX)) {
                String[] parts = name.substring(PROPERTY_PREFIX.length()).split("\\.", 2);
                collected.add(name, parts, properties.getProperty(name));
            }
        }
        return collected.configs();
    }

    /**
     * Instances from environment variables that begin with {@value #VARIABLE_PREFIX}; others are left alone. Two underscores separate
     * instance and setting, one stands for {@code -}.
     *
     * @param variables such as {@link System#getenv()}
     * @throws ProviderConfigException naming every variable that names no instance and setting
     */
    public static List<ProviderConfig> fromEnvironment(Map<String, String> variables) {
        var collected = new Collected();
        variables.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX)) {
                String[] parts = name.substring(VARIABLE_PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .split("__", 2);
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = parts[i].replace('_', '-');
                }
                collected.add(name, parts, value);
            }
        });
        return collected.configs();
    }

    /**
     * Instances from a tree such as a JSON library makes of an object: instances by name, each a map of settings by name. A list of
     * values is joined with commas. Names may be written {@code accessToken} or {@code access-token}.
     *
     * @throws ProviderConfigException naming everything that has another shape
     */
    public static List<ProviderConfig> fromTree(Map<String, ?> tree) {
        var collected = new Collected();
        tree.forEach((id, instance) -> {
            if (instance instanceof Map<?, ?> settings) {
                settings.forEach((name, value) -> {
                    String path = id + "." + name;
                    if (value instanceof Map<?, ?> || value == null) {
                        collected.refuse(path, "must be a text, a number, true, false or a list of texts");
                    } else {
                        collected.add(path, new String[] {id, kebab(String.valueOf(name))}, text(value));
                    }
                });
            } else {
                collected.refuse(id, "must be an object with settings");
            }
        });
        return collected.configs();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Settings by instance, and what names none. */
    private static final class Collected {

        private final Map<String, Map<String, String>> instances = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();

        void add(String source, String[] parts, String value) {
            if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                refuse(source, "must name an instance and a setting, such as " + PROPERTY_PREFIX + "meta.access-token");
            } else {
                instances.computeIfAbsent(parts[0], id -> new TreeMap<>()).put(parts[1], value);
            }
        }

        void refuse(String source, String what) {
            problems.add(source + " " + what + ".");
        }

        List<ProviderConfig> configs() {
            var configs = new ArrayList<ProviderConfig>();
            instances.forEach((id, settings) -> {
                String kind = settings.getOrDefault(KIND, id).strip();
                settings.remove(KIND);
                try {
                    configs.add(ProviderConfig.of(ProviderId.of(id), kind, settings));
                } catch (IllegalArgumentException notAnId) {
                    problems.add(notAnId.getMessage());
                }
            });
            if (!problems.isEmpty()) {
                throw new ProviderConfigException(problems);
            }
            return List.copyOf(configs);
        }
    }
}
