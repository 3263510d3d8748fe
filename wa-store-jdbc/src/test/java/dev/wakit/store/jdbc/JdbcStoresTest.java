package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class JdbcStoresTest {

    @TempDir
    Path folder;

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("data/deep/wakit.db");

        try (JdbcStores stores = JdbcStores.sqlite(file)) {
            stores.lanes().ensure(Rows.LANE);

            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Path part = file.resolveSibling("wakit.db" + suffix);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void sendsSqlitePoolsToTheRightDoor() {
        var pool = new SQLiteDataSource();
        pool.setUrl("jdbc:sqlite:" + folder.resolve("x.db"));

        assertThatThrownBy(() -> JdbcStores.create(pool))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("JdbcStores.sqlite(path)");
    }

    @Test
    void opensPostgresByUrlAndClosesItsPool() {
        JdbcStores stores = JdbcStores.postgresql(Postgres.url(Postgres.newDatabase()), "postgres", "");
        stores.lanes().ensure(Rows.LANE);
        stores.close();
        stores.close();

        assertThatThrownBy(() -> stores.lanes().all()).isInstanceOf(StoreException.class);
    }

    @Test
    void refusesWorkOnAClosedFile() {
        JdbcStores stores = JdbcStores.sqlite(folder.resolve("wakit.db"));
        stores.close();
        stores.close();

        assertThatThrownBy(() -> stores.lanes().ensure(Rows.LANE)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> stores.lanes().all()).isInstanceOf(StoreException.class);
    }

    @Test
    void goesByTheServersClockOnPostgres() {
        try (JdbcStores stores = JdbcStores.create(Postgres.database(Postgres.newDatabase()))) {
            stores.lanes().ensure(Rows.LANE);
            assertThat(stores.lanes().acquire(Rows.LANE, "one", Duration.ofSeconds(-1)))
                    .isPresent();

            assertThat(stores.lanes().all().get(0).isFree()).isTrue();
            assertThat(stores.lanes().acquire(Rows.LANE, "two", Rows.LEASE)).isPresent();
            assertThat(stores.lanes().acquire(Rows.LANE, "three", Rows.LEASE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void repeatsATransactionThatTheDatabaseRolledBack(String state) {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        var database = new Database(new PostgresDialect(null), pool::getConnection, pool::getConnection);
        var runs = new AtomicInteger();

        String result = database.write("test", handle -> {
            if (runs.incrementAndGet() < 4) {
                handle.execute("DO 'BEGIN RAISE EXCEPTION ''lost'' USING ERRCODE = ''" + state + "''; END'");
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(runs).hasValue(4);
    }

    @Test
    void givesUpAfterThreeRepeatsAndNeverRepeatsOtherErrors() {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        var database = new Database(new PostgresDialect(null), pool::getConnection, pool::getConnection);

        assertThat(runsOf(database, "40P01")).isEqualTo(4);
        assertThat(runsOf(database, "23505")).isEqualTo(1);
    }

    private static int runsOf(Database database, String state) {
        var runs = new AtomicInteger();
        assertThatThrownBy(() -> database.write("test", handle -> {
                    runs.incrementAndGet();
                    return handle.execute("DO 'BEGIN RAISE EXCEPTION ''no'' USING ERRCODE = ''" + state + "''; END'");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessage("The database could not test. See the cause.");
        return runs.get();
    }
}
