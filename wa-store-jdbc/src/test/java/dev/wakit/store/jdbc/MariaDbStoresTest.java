package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.MariaDbDialect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbStoresTest {

    @Test
    void opensByUrlAndClosesItsPool() {
        JdbcStores stores = JdbcStores.mariadb(Maria.url(Maria.newDatabase()), "root", "");
        stores.lanes().ensure(Rows.LANE);
        stores.close();
        stores.close();

        assertThatThrownBy(() -> stores.lanes().all()).isInstanceOf(StoreException.class);
    }

    @Test
    void goesByTheServersClockWhateverTheZoneOfTheSession() {
        DataSource pool = Maria.database(Maria.newDatabase(), "&sessionVariables=time_zone='+05:30'");
        var database = new Database(new MariaDbDialect(null), pool::getConnection, pool::getConnection);

        Instant now = Instant.ofEpochMilli(
                database.read("ask", handle -> database.dialect().now(handle)));

        assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        try (JdbcStores stores = JdbcStores.create(pool)) {
            stores.lanes().ensure(Rows.LANE);
            assertThat(stores.lanes().acquire(Rows.LANE, "one", Duration.ofSeconds(-1)))
                    .isPresent();
            assertThat(stores.lanes().acquire(Rows.LANE, "two", Rows.LEASE)).isPresent();
            assertThat(stores.lanes().acquire(Rows.LANE, "three", Rows.LEASE)).isEmpty();
        }
    }

    @Test
    void writesAtReadCommittedInAPoolThatIsSetOtherwise() {
        DataSource pool = Maria.database(
                Maria.newDatabase(),
                "&autocommit=false&sessionVariables=tx_isolation='REPEATABLE-READ',innodb_snapshot_isolation=ON");
        var database = new Database(new MariaDbDialect(null), pool::getConnection, pool::getConnection);

        String level = database.write(
                "ask",
                handle -> handle.createQuery("SELECT @@tx_isolation")
                        .mapTo(String.class)
                        .one());

        assertThat(level).isEqualTo("READ-COMMITTED");
        try (JdbcStores stores = JdbcStores.create(pool)) {
            Rows.runningCampaign(stores, 3);
            assertThat(stores.lanes().all()).hasSize(1);
        }
    }

    @Test
    void refusesADriverThatCountsChangedRows() {
        DataSource pool = Maria.database(Maria.newDatabase(), "&useAffectedRows=true");

        assertThatThrownBy(() -> JdbcStores.create(pool))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("useAffectedRows");
    }

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020})
    void repeatsATransactionThatTheDatabaseRolledBack(int code) {
        var runs = new AtomicInteger();

        String result = database().write("test", handle -> {
            if (runs.incrementAndGet() < 4) {
                handle.execute("SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = " + code);
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(runs).hasValue(4);
    }

    @Test
    void neverRepeatsOtherErrors() {
        var runs = new AtomicInteger();

        assertThatThrownBy(() -> database().write("test", handle -> {
                    runs.incrementAndGet();
                    return handle.execute("SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1062");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(runs).hasValue(1);
    }

    private static Database database() {
        DataSource pool = Maria.database(Maria.newDatabase());
        return new Database(new MariaDbDialect(null), pool::getConnection, pool::getConnection);
    }

    @Test
    void neverShowsAPhoneNumberInAnError() {
        var database = database();
        database.write("make a table", handle -> handle.execute("CREATE TABLE person (phone VARCHAR(20) PRIMARY KEY)"));

        assertThatThrownBy(() -> database.write("test", handle -> {
                    handle.execute("INSERT INTO person VALUES ('+919978783230')");
                    return handle.execute("INSERT INTO person VALUES ('+919978783230')");
                }))
                .isInstanceOf(StoreException.class)
                .satisfies(error -> assertThat(printed(error))
                        .doesNotContain("9978783230")
                        .contains("Duplicate entry '…' for key 'PRIMARY'"));
        assertThatThrownBy(() -> database.write("test", handle -> handle.execute("SELECT x '+919978783230' it's")))
                .satisfies(error -> assertThat(printed(error)).doesNotContain("9978783230"));
    }

    private static String printed(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
