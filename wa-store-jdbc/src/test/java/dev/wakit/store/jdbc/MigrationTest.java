package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.migrate.Migrations;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbDataSource;

class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsThereWhenItRunsAgain() {
        Path file = folder.resolve("wakit.db");
        try (JdbcStores stores = JdbcStores.sqlite(file)) {
            stores.lanes().ensure(Rows.LANE);
        }
        try (JdbcStores stores = JdbcStores.sqlite(file)) {
            assertThat(stores.lanes().all()).hasSize(1);
        }
    }

    static Stream<DataSource> servers() {
        return Stream.of(
                Postgres.database(Postgres.newDatabase()),
                Maria.database(Maria.newDatabase(), "&allowMultiQueries=true"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void livesBesideAHostsOwnTables(DataSource pool) {
        Postgres.run(pool, "CREATE TABLE flyway_schema_history (host TEXT)");
        Postgres.run(pool, "CREATE TABLE orders (id BIGINT)");

        JdbcStores.create(pool).close();

        try (JdbcStores stores = JdbcStores.create(pool)) {
            stores.lanes().ensure(Rows.LANE);
            Postgres.run(pool, "SELECT 1 FROM " + Migrations.HISTORY);
        }
    }

    @Test
    void saysWhatToDoWhenTheTablesAreMissing() {
        assertThatThrownBy(() -> JdbcStores.builder(folder.resolve("empty.db"))
                        .migrate(false)
                        .open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("apply the migrations first");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSchemaThatANewerVersionHasMigratedIsRefusedByBothNumbers(DataSource pool) {
        JdbcStores.create(pool).close();
        Postgres.run(pool, "INSERT INTO wa_schema (version) VALUES (" + (Migrations.FILES.size() + 1) + ")");

        for (boolean migrate : List.of(true, false)) {
            assertThatThrownBy(() -> JdbcStores.builder(pool).migrate(migrate).open())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("has version " + (Migrations.FILES.size() + 1))
                    .hasMessageContaining("knows versions up to " + Migrations.FILES.size())
                    .hasMessageContaining("Use that version here as well");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSchemaThatLacksAMigrationIsRefusedWithItsName(DataSource pool) {
        JdbcStores.create(pool).close();
        Postgres.run(pool, "DELETE FROM wa_schema WHERE version = " + Migrations.FILES.size());

        assertThatThrownBy(() -> JdbcStores.builder(pool).migrate(false).open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has version " + (Migrations.FILES.size() - 1))
                .hasMessageContaining(Migrations.FILES.get(Migrations.FILES.size() - 1));
    }

    @Test
    void aFileOfANewerVersionIsRefused() throws SQLException {
        Path file = folder.resolve("newer.db");
        JdbcStores.sqlite(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO wa_schema (version) VALUES (99)");
        }

        assertThatThrownBy(() -> JdbcStores.sqlite(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has version 99");
    }

    @ParameterizedTest
    @EnumSource
    void theLastStatementOfEachFileAddsItsNumber(Schema schema) {
        String last = schema.sql().strip();

        assertThat(last).endsWith("INTO wa_schema (version) VALUES (" + Migrations.FILES.size() + ");");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isPossibleWithTheHostsOwnTool(DataSource pool) {
        Postgres.run(pool, (pool instanceof MariaDbDataSource ? Schema.MARIADB : Schema.POSTGRESQL).sql());

        try (JdbcStores stores = JdbcStores.builder(pool).migrate(false).open()) {
            Rows.runningCampaign(stores, 3);
        }
    }

    @Test
    void goesOnWhereMariaDbCrashedBetweenTwoTables() {
        DataSource pool = Maria.database(Maria.newDatabase());
        String[] statements = Schema.MARIADB.sql().split(";\\s*\n");
        for (int done = 0; done < 4; done++) {
            Postgres.run(pool, statements[done]);
        }

        try (JdbcStores stores = JdbcStores.create(pool)) {
            Rows.runningCampaign(stores, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsEveryFileOfEveryDatabase(Schema schema) throws IOException, URISyntaxException {
        var resource = Schema.class.getResource("migration/" + schema.dialect());
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(resource).toURI()))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(Migrations.FILES);
        }
    }

    @Test
    void survivesTwoInstancesThatStartAtOnce() throws Exception {
        Path file = folder.resolve("shared.db");
        DataSource pool = Postgres.database(Postgres.newDatabase());
        Callable<JdbcStores> sqlite = () -> JdbcStores.sqlite(file);
        Callable<JdbcStores> postgres = () -> JdbcStores.create(pool);
        DataSource maria = Maria.database(Maria.newDatabase());
        Callable<JdbcStores> mariadb = () -> JdbcStores.create(maria);

        for (JdbcStores stores : together(List.of(sqlite, sqlite, sqlite, postgres, postgres, mariadb, mariadb))) {
            stores.lanes().ensure(Rows.LANE);
            stores.close();
        }
    }

    private static List<JdbcStores> together(List<Callable<JdbcStores>> opening) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(opening.size());
        try {
            var opened = new java.util.ArrayList<JdbcStores>();
            for (Future<JdbcStores> future : threads.invokeAll(opening)) {
                opened.add(future.get());
            }
            return opened;
        } finally {
            threads.shutdownNow();
        }
    }
}
