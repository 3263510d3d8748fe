package dev.wakit.samples.server.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @Test
    void usesTheSimulatorOnThisComputerWhenNothingIsSet() {
        var settings = ServerSettings.from(Map.of());

        assertThat(settings.usesSimulator()).isTrue();
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.maxUploadBytes()).isEqualTo(5 * 1024 * 1024);
        assertThat(settings.retry().maxTries()).isEqualTo(3);
        assertThat(settings.evidenceGrace()).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 70000",
        "PORT, http",
        "WAKIT_RETRY_MAX_TRIES, 0",
        "WAKIT_EVIDENCE_GRACE, soon",
        "WAKIT_EVIDENCE_LIMIT, late",
        "WAKIT_DEFAULT_REGION, India",
        "WAKIT_MAX_UPLOAD_MB, -1",
        "WAKIT_RETRY_FIRST_DELAY, 5",
        "WAKIT_WORKER, maybe",
        "WAKIT_KEEP_CAMPAIGNS_DAYS, -1"
    })
    void namesTheVariableThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> ServerSettings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndNoSecret() {
        var environment = Map.of(
                "PORT", "http",
                "WAKIT_LEASE", "PT1S",
                "WAKIT_PROVIDER__META__ACCESS_TOKEN", "EAA-planted-secret",
                "WAKIT_PROVIDER__DELHI__KIND", "twilio",
                "WAKIT_PROVIDER__DELHI__SENDER", "+14155550100",
                "WAKIT_PROVIDER__DELHI__THROUGHPUT", "fast",
                "WAKIT_PROVIDER__SMS__TOKEN", "planted");

        assertThatThrownBy(() -> ServerSettings.from(environment))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(6)
                                .anyMatch(problem -> problem.startsWith("PORT is 'http'."))
                                .anyMatch(problem -> problem.startsWith("WAKIT_LEASE is 'PT1S'."))
                                .anyMatch(problem -> problem.startsWith("Provider 'meta': phone-number-id is missing."))
                                .anyMatch(problem -> problem.startsWith("Provider 'delhi': account-sid is missing."))
                                .anyMatch(problem -> problem.startsWith("Provider 'delhi': throughput must be")
                                        && problem.contains("'fast'"))
                                .anyMatch(problem -> problem.startsWith("Provider 'sms': there is no kind 'sms'.")
                                        && problem.contains("360dialog, meta, twilio")))
                .hasMessageStartingWith("6 settings are wrong:\n  ")
                .hasMessageNotContaining("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "meta, ACCESS_TOKEN=t PHONE_NUMBER_ID=1, app-secret",
        "twilio, ACCOUNT_SID=AC00000000000000000000000000000001 SENDER=+14155550100 AUTH_TOKEN=t, webhook-url",
        "360dialog, API_KEY=k PHONE_NUMBER_ID=1, platform-secret"
    })
    void wantsToTellGenuineWebhooksFromForgedOnes(String kind, String values, String missing) {
        Map<String, String> environment = new HashMap<>();
        for (String value : values.split(" ")) {
            environment.put(
                    "WAKIT_PROVIDER__" + kind.toUpperCase(Locale.ROOT) + "__" + value.split("=")[0],
                    value.split("=")[1]);
        }

        assertThatThrownBy(() -> ServerSettings.from(environment))
                .hasMessageStartingWith("Provider '" + kind + "': its webhooks could not be told from forged ones")
                .hasMessageContaining(missing);
    }

    @Test
    void aProviderOfWhichOnlyTheKindIsSaidIsNotForgotten() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_PROVIDER__META__KIND", "meta")))
                .hasMessageContaining("Provider 'meta': access-token is missing.");
    }

    @Test
    void refusesAVariableThatWouldConfigureNothing() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_PROVIDER_META_ACCESS_TOKEN", "planted")))
                .hasMessageStartingWith("WAKIT_PROVIDER_META_ACCESS_TOKEN has one underscore where two belong.")
                .hasMessageNotContaining("planted");
    }

    @Test
    void takesProvidersFromAFileAndSecretsFromTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("providers.properties");
        Files.writeString(file, """
                wakit.provider.india.kind=meta
                wakit.provider.india.phone-number-id=106540352242922
                wakit.provider.india.access-token=of the file
                wakit.provider.india.app-secret=s
                wakit.provider.india.base-url=http://127.0.0.1:9
                """);

        var settings = ServerSettings.from(Map.of(
                "WAKIT_PROVIDERS_FILE", file.toString(), "WAKIT_PROVIDER__INDIA__ACCESS_TOKEN", "of-the-environment"));

        assertThat(settings.providers()).singleElement().satisfies(config -> {
            assertThat(config.id()).hasToString("india");
            assertThat(config.kind()).isEqualTo("meta");
            assertThat(config.text("access-token")).contains("of-the-environment");
        });
        assertThat(settings.usesSimulator()).isFalse();
        assertThat(settings.isSimulated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"access-token=t, access-token", "wakit.providers.meta.access-token=t, wakit.providers.meta.access-token"
    })
    void refusesALineThatNamesNoProvider(String line, String named, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("providers.properties"), line);

        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_PROVIDERS_FILE", file.toString())))
                .hasMessageContaining("'" + named + "'")
                .hasMessageContaining("wakit.provider.");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_PROVIDERS_FILE", "/no/such.properties")))
                .hasMessageContaining("/no/such.properties");
    }

    @Test
    void hasNoSimulatorForWorkersInOtherProcesses() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_WORKER", "false")))
                .hasMessageContaining("WAKIT_WORKER=false")
                .hasMessageContaining("WAKIT_PROVIDER__");
    }

    @Test
    void keepsFinishedCampaignsForThirtyDaysOrAsLongAsItIsTold() {
        assertThat(ServerSettings.from(Map.of()).keepCampaigns()).contains(Duration.ofDays(30));
        assertThat(ServerSettings.from(Map.of("WAKIT_KEEP_CAMPAIGNS_DAYS", "0")).keepCampaigns())
                .isEmpty();
    }

    @Test
    void isNotReachableFromOtherComputersWithoutALogin() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("HOST", "0.0.0.0")))
                .hasMessageContaining("WAKIT_ALLOWED_HOSTS");
        assertThat(ServerSettings.from(Map.of("HOST", "0.0.0.0", "WAKIT_ALLOWED_HOSTS", "Campaigns.example.com"))
                        .allowedHosts())
                .containsExactly("campaigns.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "wakit.db, false, false, 'SQLite, wakit.db'",
        "jdbc:postgresql://db/wakit, true, false, PostgreSQL",
        "jdbc:mariadb://db/wakit, false, true, MariaDB"
    })
    void tellsTheDatabaseByItsAddress(String address, boolean postgresql, boolean mariaDb, String name) {
        var settings = ServerSettings.from(Map.of("WAKIT_DB", address));

        assertThat(settings.usesPostgresql()).isEqualTo(postgresql);
        assertThat(settings.usesMariaDb()).isEqualTo(mariaDb);
        assertThat(settings.databaseName()).isEqualTo(name);
    }

    @Test
    void refusesAnAddressThatWouldBecomeTheNameOfAFile() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_DB", "jdbc:mysql://db/wakit?password=planted")))
                .hasMessageContaining("WAKIT_DB")
                .hasMessageContaining("jdbc:mariadb:")
                .hasMessageNotContaining("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void revealsNoSecret(String database) {
        var settings = ServerSettings.from(Map.of(
                "WAKIT_DB",
                "jdbc:" + database + "://localhost/wakit?password=planted",
                "WAKIT_DB_PASSWORD",
                "planted"));

        assertThat(settings.toString() + settings.databaseName() + ServerSettings.help())
                .doesNotContain("planted");
    }

    @Test
    void isDocumentedInFull() throws IOException {
        String document = Files.readString(Path.of("../../docs/campaign-server.md"));

        for (Setting setting : Setting.values()) {
            assertThat(ServerSettings.help()).contains(setting.name());
            assertThat(document).contains("`" + setting.name() + "`");
        }
    }
}
