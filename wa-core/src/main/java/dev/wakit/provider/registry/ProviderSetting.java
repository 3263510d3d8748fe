package dev.wakit.provider.registry;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One setting that a kind of provider understands.
 *
 * <p>Immutable.
 *
 * @param name words in lower case, joined with {@code -}, such as {@code access-token}
 * @param kind what its value must look like
 * @param need whether it must be there
 * @param swap whether a running instance can take another value
 * @param description one sentence for a settings page: what it is, where to find it, its default
 * @since 0.1
 */
public record ProviderSetting(String name, SettingKind kind, Need need, Swap swap, String description) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Whether a setting must be there. */
    public enum Need {
        /** An instance cannot be built without it. */
        REQUIRED,
        /** There is a default, or the feature is off. */
        OPTIONAL
    }

    /** Whether a running instance can take another value. */
    public enum Swap {
        /** Yes, with {@link ProviderRegistry#replaceCredentials}. */
        RUNNING,
        /** The instance must be built anew. */
        RESTART
    }

    /** Checks the form of the name. */
    public ProviderSetting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Setting name '" + name + "' is not valid. Use a form such as access-token.");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(swap, "swap");
        Objects.requireNonNull(description, "description");
    }

    /** A setting that must be there. */
    public static ProviderSetting required(String name, SettingKind kind, String description) {
        return new ProviderSetting(name, kind, Need.REQUIRED, Swap.RESTART, description);
    }

    /** A setting that may be left out. */
    public static ProviderSetting optional(String name, SettingKind kind, String description) {
        return new ProviderSetting(name, kind, Need.OPTIONAL, Swap.RESTART, description);
    }

    /** Settings that every provider over HTTP has. */
    public static List<ProviderSetting> ofHttp() {
        return List.of(
                optional("base-url", SettingKind.URL, "Where the BSP's API is, for tests and proxies."),
                optional("throughput", SettingKind.NUMBER, "Messages a second that one sender may send."),
                optional("max-in-flight", SettingKind.NUMBER, "Requests on the wire at once."),
                optional(
                        "connect-timeout",
                        SettingKind.DURATION,
                        "How long a connection may take to open; 5s by default."),
                optional(
                        "total-timeout",
                        SettingKind.DURATION,
                        "How long a request may take as a whole; 20s by default."),
                optional("template-cache", SettingKind.DURATION, "How long a template is remembered; 1h by default."));
    }

    /** The same setting, which a running instance can take another value of. */
    public ProviderSetting replaceable() {
        return new ProviderSetting(name, kind, need, Swap.RUNNING, description);
    }
}
