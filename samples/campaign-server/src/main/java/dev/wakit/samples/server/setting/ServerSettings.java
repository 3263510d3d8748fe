package dev.wakit.samples.server.setting;

import dev.wakit.address.Region;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.provider.registry.ProviderConfig;
import dev.wakit.provider.registry.ProviderConfigException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the environment says, checked once at start. Immutable; {@link #toString()} reveals nothing. */
public final class ServerSettings {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

    private final Map<String, String> environment;
    private final List<ProviderConfig> providers;

    private ServerSettings(Map<String, String> environment, List<ProviderConfig> providers) {
        this.environment = Map.copyOf(environment);
        this.providers = List.copyOf(providers);
    }

    /**
     * Reads the variables that {@link #help()} lists, and the providers.
     *
     * @throws SettingsException naming every variable that is wrong or missing, of every provider too
     */
    public static ServerSettings from(Map<String, String> environment) {
        var problems = new ArrayList<String>();
        List<ProviderConfig> providers = List.of();
        try {
            String file = environment.getOrDefault(Setting.WAKIT_PROVIDERS_FILE.name(), "");
            providers = ProviderSources.read(file.strip(), environment);
            ProviderChecks.check(providers);
        } catch (ProviderConfigException e) {
            problems.addAll(e.problems());
        }
        var settings = new ServerSettings(environment, providers);
        settings.checks(problems.isEmpty()).forEach(check -> {
            try {
                check.run();
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        });
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private List<Runnable> checks(boolean providersAreRead) {
        var checks = new ArrayList<Runnable>(List.of(
                this::port,
                this::maxUploadBytes,
                this::retry,
                this::evidenceGrace,
                this::evidenceLimit,
                this::lease,
                this::keepCampaigns,
                this::defaultRegion,
                this::checkDatabase,
                this::checkHost));
        checks.add(providersAreRead ? this::checkWorker : this::isWorker);
        return checks;
    }

    private void checkDatabase() {
        if (database().startsWith("jdbc:") && !usesPostgresql() && !usesMariaDb()) {
            throw new IllegalArgumentException(
                    "WAKIT_DB is an address of a database that is not supported. Use the path of"
                            + " a SQLite file, or an address that begins with jdbc:postgresql: or jdbc:mariadb:.");
        }
    }

    private void checkWorker() {
        if (!isWorker() && usesSimulator()) {
            throw new IllegalArgumentException(
                    "With WAKIT_WORKER=false other processes send, and they cannot reach the built-in simulator."
                            + " Configure a provider with WAKIT_PROVIDER__ variables, or leave WAKIT_WORKER out.");
        }
    }

    private void checkHost() {
        if (!LOOPBACK.contains(host()) && allowedHosts().isEmpty()) {
            throw new IllegalArgumentException(
                    "HOST is " + host() + ", which other computers can reach, and this server"
                            + " has no login. Put a proxy with a login in front and name its host in WAKIT_ALLOWED_HOSTS,"
                            + " or leave HOST out.");
        }
    }

    /** Whether no provider is configured, so that the built-in simulator is used. */
    public boolean usesSimulator() {
        return providers.isEmpty();
    }

    /** The providers that are configured; what they hold is secret. */
    public List<ProviderConfig> providers() {
        return providers;
    }

    /** Whether messages go to simulators only: the built-in one, or others on this computer. */
    public boolean isSimulated() {
        return providers.stream().allMatch(ServerSettings::isSimulated);
    }

    /** Whether messages of this provider go to this computer. */
    public static boolean isSimulated(ProviderConfig provider) {
        return provider.url("base-url")
                .map(url -> LOOPBACK.contains(String.valueOf(url.getHost())))
                .orElse(false);
    }

    public String host() {
        return text(Setting.HOST);
    }

    public int port() {
        return (int) number(Setting.PORT, 0, 65_535);
    }

    /** Host names that requests may name; the computer's own ones always. */
    public Set<String> allowedHosts() {
        return Stream.of(text(Setting.WAKIT_ALLOWED_HOSTS).split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public String database() {
        return text(Setting.WAKIT_DB);
    }

    public boolean usesPostgresql() {
        return database().startsWith("jdbc:postgresql:");
    }

    public boolean usesMariaDb() {
        return database().startsWith("jdbc:mariadb:");
    }

    /** The database in words, without credentials. */
    public String databaseName() {
        if (usesPostgresql()) {
            return "PostgreSQL";
        }
        return usesMariaDb() ? "MariaDB" : "SQLite, " + database();
    }

    public String databaseUser() {
        return text(Setting.WAKIT_DB_USER);
    }

    public String databasePassword() {
        return text(Setting.WAKIT_DB_PASSWORD);
    }

    /** The country of numbers without a country code. */
    public Region defaultRegion() {
        return parsed(Setting.WAKIT_DEFAULT_REGION, Region::of, "a country such as IN");
    }

    /** The largest CSV upload. */
    public long maxUploadBytes() {
        return number(Setting.WAKIT_MAX_UPLOAD_MB, 1, 1_000) * 1024 * 1024;
    }

    /** How errors are tried again. */
    public RetryPolicy retry() {
        Duration first = duration(Setting.WAKIT_RETRY_FIRST_DELAY);
        return new RetryPolicy(
                (int) number(Setting.WAKIT_RETRY_MAX_TRIES, 1, 20),
                first,
                first.compareTo(LONGEST_DELAY) > 0 ? first : LONGEST_DELAY,
                duration(Setting.WAKIT_RETRY_QUIET_DELAY));
    }

    /** How long a message whose answer was lost may wait for proof. */
    public Duration evidenceGrace() {
        return duration(Setting.WAKIT_EVIDENCE_GRACE);
    }

    /** How long it may wait while webhooks are not proven to work. */
    public Duration evidenceLimit() {
        return duration(Setting.WAKIT_EVIDENCE_LIMIT);
    }

    /** How long the sender stays with a server that gives no sign of life. */
    public Duration lease() {
        Duration lease = duration(Setting.WAKIT_LEASE);
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw bad(Setting.WAKIT_LEASE, "at least PT2S");
        }
        return lease;
    }

    /** Whether this process sends. */
    public boolean isWorker() {
        return switch (text(Setting.WAKIT_WORKER).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(Setting.WAKIT_WORKER, "true or false");
        };
    }

    /** How long finished campaigns are kept; for ever when empty. */
    public Optional<Duration> keepCampaigns() {
        long days = number(Setting.WAKIT_KEEP_CAMPAIGNS_DAYS, 0, 36_500);
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    private Duration duration(Setting setting) {
        return parsed(setting, Duration::parse, "a duration such as PT30S, PT5M or PT24H");
    }

    private long number(Setting setting, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        long number = parsed(setting, Long::parseLong, expected);
        if (number < least || number > most) {
            throw bad(setting, expected);
        }
        return number;
    }

    private <T> T parsed(Setting setting, Function<String, T> parser, String expected) {
        try {
            return parser.apply(text(setting));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw bad(setting, expected);
        }
    }

    private IllegalArgumentException bad(Setting setting, String expected) {
        return new IllegalArgumentException(setting.name() + " is '" + text(setting) + "'. Use " + expected + ".");
    }

    private String text(Setting setting) {
        String value = environment.getOrDefault(setting.name(), "").strip();
        return value.isEmpty() ? setting.usual() : value;
    }

    /** The variables with their meaning and default. */
    public static String help() {
        var help = new StringBuilder("The WaKit campaign server with its dashboard. Set by environment variables:\n\n");
        for (Setting setting : Setting.values()) {
            String usual = setting.usual().isEmpty() ? "" : " [" + setting.usual() + "]";
            help.append(String.format(Locale.ROOT, "  %-27s %s%s%n", setting.name(), setting.summary(), usual));
        }
        return help.append("""

                Each setting of a provider is a variable too: WAKIT_PROVIDER__, its name, two underscores, the setting. Any number
                of providers, several of a kind with WAKIT_PROVIDER__NAME__KIND. The settings of each kind:

                """).append(ProviderChecks.help()).toString();
    }

    @Override
    public String toString() {
        return "ServerSettings[" + host() + ":" + port() + ", " + databaseName() + "]";
    }
}
