package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.store.jdbc.internal.campaign.CampaignTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The look after cancelled campaigns, every two seconds, on PostgreSQL with thousands of finished ones. */
class CancelledCampaignsPlanTest {

    @Test
    void readsAnIndexThatHoldsTheFewThatAreNotEmpty() {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        try (JdbcStores stores = JdbcStores.create(pool)) {
            Postgres.run(pool, """
                    INSERT INTO wa_campaign (tenant_id, id, name, status, reason, lane, content, settings, created_at, finished_at,
                        not_empty)
                    SELECT 'acme', n, 'Old', CASE WHEN n % 2 = 0 THEN 'CANCELLED' ELSE 'COMPLETED' END, '', 'meta/1065', '{}', '{}',
                        0, 1, CASE WHEN n = 2 THEN 1 END
                    FROM generate_series(1, 5000) n
                    """);
            Postgres.run(pool, "ANALYZE wa_campaign");
            var database = new Database(new PostgresDialect(null), pool::getConnection, pool::getConnection);

            String plan = database.read("explain", handle -> {
                handle.execute("SET plan_cache_mode = force_generic_plan");
                return String.join(
                        "\n",
                        handle.createQuery("EXPLAIN " + CampaignTable.CANCELLED_NOT_EMPTY)
                                .bind("limit", 1_000)
                                .mapTo(String.class)
                                .list());
            });

            assertThat(plan).contains("wa_campaign_not_empty_idx").doesNotContain("Seq Scan");
            assertThat(stores.campaigns().cancelledNotEmpty(10))
                    .extracting(CampaignRow::id)
                    .singleElement()
                    .satisfies(id -> assertThat(id.value()).isEqualTo(2));
        }
    }
}
