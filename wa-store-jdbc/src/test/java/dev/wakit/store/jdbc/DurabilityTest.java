package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.sql.Durability;
import dev.wakit.store.jdbc.internal.sql.MariaDbSettings;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    void acceptsSqliteThatSyncsEveryCommit(String synchronous) {
        assertThatCode(() -> Durability.checkSqlite("wal", synchronous)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "wal,1,synchronous = 1",
        "wal,0,synchronous = 0",
        "delete,2,journal_mode = delete",
        "memory,2,journal_mode"
    })
    void refusesSqliteThatDoesNot(String journal, String synchronous, String named) {
        assertThatThrownBy(() -> Durability.checkSqlite(journal, synchronous))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void acceptsPostgresThatCommitsSynchronously(String commit) {
        assertThatCode(() -> Durability.checkPostgres(140_005, "on", commit, "on"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "130011,on,on,on,server_version = 13",
        "170000,off,on,on,fsync = off",
        "170000,on,off,on,synchronous_commit = off",
        "170000,on,on,off,full_page_writes = off"
    })
    void refusesPostgresThatDoesNot(int version, String fsync, String commit, String pages, String named) {
        assertThatThrownBy(() -> Durability.checkPostgres(version, fsync, commit, pages))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(named);
    }

    @Test
    void refusesAPostgresRoleThatCommitsAsynchronously() {
        String database = Postgres.newDatabase();
        Postgres.run(Postgres.admin(), "CREATE ROLE hasty LOGIN SUPERUSER");
        Postgres.run(Postgres.admin(), "ALTER ROLE hasty SET synchronous_commit = off");

        assertThatThrownBy(() -> JdbcStores.create(Postgres.database(database, "hasty")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("synchronous_commit = off")
                .hasMessageContaining("Set it to on");
    }

    @Test
    void refusesAPostgresDatabaseThatCommitsAsynchronously() {
        String database = Postgres.newDatabase();
        Postgres.run(Postgres.admin(), "ALTER DATABASE " + database + " SET synchronous_commit = off");

        assertThatThrownBy(() -> JdbcStores.create(Postgres.database(database)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("synchronous_commit = off");
    }

    private static final Map<String, String> MARIADB = Map.of(
            "version", "10.6.22-MariaDB-log",
            "innodb_flush_log_at_trx_commit", "1",
            "innodb_doublewrite", "ON",
            "log_bin", "ON",
            "sync_binlog", "1",
            "binlog_format", "MIXED",
            "sql_mode", "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION",
            "max_allowed_packet", "16777216",
            "wsrep_on", "OFF");

    private static Map<String, String> mariaDb(String setting, String value) {
        var settings = new HashMap<>(MARIADB);
        settings.put(setting, value);
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "version,10.6.0-MariaDB",
        "version,11.4.5-MariaDB",
        "version,12.0.2-MariaDB-ubu2404",
        "innodb_flush_log_at_trx_commit,3",
        "binlog_format,ROW",
        "sql_mode,'ANSI,STRICT_ALL_TABLES'"
    })
    void acceptsMariaDbThatKeepsWhatItIsGiven(String setting, String value) {
        assertThatCode(() -> MariaDbSettings.check(mariaDb(setting, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "innodb_flush_log_at_trx_commit,2",
        "innodb_flush_log_at_trx_commit,0",
        "innodb_doublewrite,OFF",
        "innodb_doublewrite,FAST",
        "sync_binlog,0",
        "binlog_format,STATEMENT",
        "wsrep_on,ON",
        "version,10.5.27-MARIADB",
        "version,8.4.2",
        "max_allowed_packet,1048576"
    })
    void refusesMariaDbThatDoesNot(String setting, String value) {
        assertThatThrownBy(() -> MariaDbSettings.check(mariaDb(setting, value)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(setting + " = " + value);
    }

    @Test
    void asksNothingOfABinaryLogThatIsOff() {
        var settings = mariaDb("log_bin", "OFF");
        settings.put("sync_binlog", "0");
        settings.put("binlog_format", "STATEMENT");

        assertThatCode(() -> MariaDbSettings.check(settings)).doesNotThrowAnyException();
    }

    @Test
    void refusesAMariaDbServerThatFlushesOnceASecond() {
        DataSource pool = Maria.database(Maria.newDatabase());
        Postgres.run(pool, "SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        try {
            assertThatThrownBy(() -> JdbcStores.create(pool))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("innodb_flush_log_at_trx_commit = 2")
                    .hasMessageContaining("Set it to 1");
        } finally {
            Postgres.run(pool, "SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        }
    }

    @Test
    void refusesAMariaDbSessionThatStoresAPartOfAValue() {
        DataSource pool = Maria.database(Maria.newDatabase(), "&sessionVariables=sql_mode='NO_ENGINE_SUBSTITUTION'");

        assertThatThrownBy(() -> JdbcStores.create(pool))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sql_mode = 'NO_ENGINE_SUBSTITUTION'");
    }
}
