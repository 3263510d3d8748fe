package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.store.jdbc.internal.delivery.DeliveryTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import dev.wakit.store.jdbc.internal.sql.SqliteConnections;
import dev.wakit.store.jdbc.internal.sql.SqliteDialect;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadPlanTest {

    private static final String INDEX = "wa_delivery_pending_idx";

    @Test
    void walksThePendingIndexOnSqlite(@TempDir Path folder) {
        Path file = folder.resolve("wakit.db");
        try (JdbcStores stores = JdbcStores.sqlite(file);
                SqliteConnections connections = SqliteConnections.open(file)) {
            Rows.runningCampaign(stores, 2_000);
            var dialect = new SqliteDialect(InstantSource.system());
            var database = new Database(dialect, connections.writer(), connections.reader());

            String plan = database.read("explain", handle -> explain(dialect, handle, "EXPLAIN QUERY PLAN ", "detail"));

            assertThat(plan).contains(INDEX).contains("(not_before,id)>(?,?)").doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    void walksThePendingIndexFromTheCursorOnPostgres() {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        try (JdbcStores stores = JdbcStores.create(pool)) {
            Rows.runningCampaign(stores, 5_000);
            Postgres.run(pool, "UPDATE wa_delivery SET state = 'DELIVERED' WHERE id <= 4000");
            Postgres.run(pool, "ANALYZE wa_delivery");
            var dialect = new PostgresDialect(null);
            var database = new Database(dialect, pool::getConnection, pool::getConnection);

            for (String mode : new String[] {"force_custom_plan", "force_generic_plan"}) {
                String plan = database.read("explain", handle -> {
                    handle.execute("SET plan_cache_mode = " + mode);
                    return explain(dialect, handle, "EXPLAIN ", "QUERY PLAN");
                });

                assertThat(plan)
                        .as(mode)
                        .contains(INDEX)
                        .contains("ROW(not_before, id) > ROW(")
                        .doesNotContain("Sort");
            }
        }
    }

    private static String explain(Dialect dialect, Handle handle, String prefix, String column) {
        return String.join(
                "\n",
                handle.createQuery(prefix + DeliveryTable.readAhead(dialect))
                        .bind("tenant", Rows.TENANT.value())
                        .bind("campaign", Rows.CAMPAIGN.value())
                        .bind("lane", Rows.LANE.lane())
                        .bind("zone", "")
                        .bind("now", Rows.NOW.toEpochMilli())
                        .bind("afterTime", 0L)
                        .bind("afterId", 4_000L)
                        .bind("limit", 500)
                        .map((row, context) -> row.getString(column))
                        .list());
    }
}
