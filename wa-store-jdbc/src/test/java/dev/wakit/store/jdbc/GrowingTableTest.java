package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.store.jdbc.internal.delivery.DeliveryTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While a campaign is planned its table outgrows PostgreSQL's statistics, and autovacuum has not come yet. */
class GrowingTableTest {

    private final DataSource pool = Postgres.database(Postgres.newDatabase());
    private final PostgresDialect dialect = new PostgresDialect(null);
    private final Database database = new Database(dialect, pool::getConnection, pool::getConnection);
    private JdbcStores stores;

    @BeforeEach
    void open() {
        stores = JdbcStores.create(pool);
        Postgres.run(pool, "ALTER TABLE wa_delivery SET (autovacuum_enabled = off)");
        Postgres.run(pool, "ANALYZE wa_delivery");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** For twenty rows it is best to look at all of them, and a plan is kept as long as nobody counts. */
    @Test
    void isCountedAgainSoThatAnUpdateThatIsKeptFindsItsRow() {
        Rows.runningCampaign(stores, 20);

        List<String> plans = database.read("explain", handle -> {
            handle.execute("SET plan_cache_mode = force_generic_plan");
            handle.execute("PREPARE one (text, bigint) AS "
                    + "UPDATE wa_delivery SET state = 'SENDING' WHERE tenant_id = $1 AND id = $2");
            String before = plan(handle);
            Rows.runningCampaign(stores, new CampaignId(2), 21, 5_000);
            return List.of(before, plan(handle));
        });

        assertThat(plans.get(0)).contains("Seq Scan");
        assertThat(plans.get(1)).contains("wa_delivery_pk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void hasItsPeopleLookedUpOneByOneWhateverItsStatisticsSay(String mode) {
        Rows.runningCampaign(stores, 5_000);
        Postgres.run(pool, "UPDATE pg_class SET reltuples = 0 WHERE relname = 'wa_delivery'");
        Postgres.run(pool, "DELETE FROM pg_statistic WHERE starelid = CAST('wa_delivery' AS regclass)");

        String plan = database.read("explain", handle -> {
            handle.execute("SET plan_cache_mode = " + mode);
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN " + DeliveryTable.planned(dialect))
                            .bind("tenant", Rows.TENANT.value())
                            .bind("campaign", Rows.CAMPAIGN.value())
                            .bind("keys", dialect.texts(List.of("p:+14155550001", "p:+14155550002")))
                            .map((row, context) -> row.getString(1))
                            .list());
        });

        assertThat(plan)
                .contains("wa_delivery_person_idx")
                .contains("ROW(recipient_key, campaign_id, dedupe) >= ROW(item.value");
        assertThat(plan).doesNotContain("Sort");
    }

    private static String plan(Handle handle) {
        return String.join(
                "\n",
                handle.createQuery("EXPLAIN EXECUTE one ('" + Rows.TENANT.value() + "', 7)")
                        .mapTo(String.class)
                        .list());
    }
}
