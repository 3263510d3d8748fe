package dev.wakit.provider.http;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link HttpTransport} connects.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class HttpSettings {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

    private final String name;
    private final int maxInFlight;
    private final Duration connectTimeout;
    private final Duration totalTimeout;
    private final Duration transferTimeout;
    private final @Nullable ProxySelector proxies;

    private HttpSettings(Builder builder) {
        this.name = builder.name;
        this.maxInFlight = builder.maxInFlight;
        this.connectTimeout = builder.connectTimeout;
        this.totalTimeout = builder.totalTimeout;
        this.transferTimeout = builder.transferTimeout;
        this.proxies = builder.proxies;
    }

    /**
     * Starts settings.
     *
     * @param name of the provider, for the names of threads: up to 32 lower-case letters, digits and '-'
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    String name() {
        return name;
    }

    int maxInFlight() {
        return maxInFlight;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration totalTimeout() {
        return totalTimeout;
    }

    Duration transferTimeout() {
        return transferTimeout;
    }

    Optional<ProxySelector> proxies() {
        return Optional.ofNullable(proxies);
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private int maxInFlight = 1024;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration totalTimeout = Duration.ofSeconds(20);
        private Duration transferTimeout = Duration.ofMinutes(5);
        private @Nullable ProxySelector proxies;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /** How many calls of {@link HttpTransport#send} may be on the wire at once, others wait; 1,024 by default. */
        public Builder maxInFlight(int maxInFlight) {
            this.maxInFlight = maxInFlight;
            return this;
        }

        /** How long TCP may take to connect to one address, and TLS again; 5 seconds by default. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
            return this;
        }

        /** How long a call may take from start to the last byte of its answer; 20 seconds by default. */
        public Builder totalTimeout(Duration totalTimeout) {
            this.totalTimeout = Objects.requireNonNull(totalTimeout, "totalTimeout");
            return this;
        }

        /** The same for calls that carry a file and for downloads; 5 minutes by default. */
        public Builder transferTimeout(Duration transferTimeout) {
            this.transferTimeout = Objects.requireNonNull(transferTimeout, "transferTimeout");
            return this;
        }

        /** How to choose a proxy; as the system properties of Java say by default. */
        public Builder proxies(ProxySelector proxies) {
            this.proxies = Objects.requireNonNull(proxies, "proxies");
            return this;
        }

        /**
         * Builds the settings.
         *
         * @throws IllegalArgumentException naming every setting that cannot be
         */
        public HttpSettings build() {
            new SettingsCheck()
                    .require(
                            NAME.matcher(name).matches(),
                            "name must be up to 32 lower-case letters, digits and '-', but is '" + name + "'")
                    .atLeastOne("maxInFlight", maxInFlight)
                    .positive("connectTimeout", connectTimeout)
                    .positive("totalTimeout", totalTimeout)
                    .positive("transferTimeout", transferTimeout)
                    .throwProblems("The HTTP transport cannot be built");
            return new HttpSettings(this);
        }
    }
}
