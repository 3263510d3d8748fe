package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.sql.Durability;
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
}
