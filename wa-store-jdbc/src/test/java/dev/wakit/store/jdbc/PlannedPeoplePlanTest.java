package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.store.jdbc.internal.delivery.DeliveryTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While a campaign is planned, its table is far larger than the statistics say. */
class PlannedPeoplePlanTest {

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void areLookedUpOneByOneWhileStatisticsAreOld(String mode) {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        try (JdbcStores stores = JdbcStores.create(pool)) {
            Postgres.run(pool, "ALTER TABLE wa_delivery SET (autovacuum_enabled = off)");
            Postgres.run(pool, "ANALYZE wa_delivery");
            Rows.runningCampaign(stores, 5_000);
            var dialect = new PostgresDialect(null);
            var database = new Database(dialect, pool::getConnection, pool::getConnection);

            String plan = database.read("explain", handle -> {
                handle.execute("SET plan_cache_mode = " + mode);
                return String.join(
                        "\n",
                        handle.createQuery("EXPLAIN " + DeliveryTable.planned(dialect))
                                .bind("tenant", Rows.TENANT.value())
                                .bind("campaign", Rows.CAMPAIGN.value())
                                .bind("keys", dialect.texts(List.of("p:+14155550001", "p:+14155550002")))
                                .map((row, context) -> row.getString("QUERY PLAN"))
                                .list());
            });

            assertThat(plan).contains("wa_delivery_dedupe_idx").contains("(dedupe_key >= item.value)");
            assertThat(plan).doesNotContain("Sort");
        }
    }
}
