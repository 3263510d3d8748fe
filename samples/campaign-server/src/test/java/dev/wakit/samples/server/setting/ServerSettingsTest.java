package dev.wakit.samples.server.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    void wantsAllOfMetaOrNothing() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_META_TOKEN", "EAA-planted-secret")))
                .hasMessageContaining("WAKIT_META_APP_SECRET")
                .hasMessageContaining("WAKIT_META_PHONE_NUMBER_ID")
                .hasMessageNotContaining("EAA-planted-secret");
    }

    @Test
    void hasNoSimulatorForWorkersInOtherProcesses() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("WAKIT_WORKER", "false")))
                .hasMessageContaining("WAKIT_WORKER=false")
                .hasMessageContaining("WAKIT_META");
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
