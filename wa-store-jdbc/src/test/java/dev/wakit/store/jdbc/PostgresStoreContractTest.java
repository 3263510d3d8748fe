package dev.wakit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.testkit.store.StoreContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreContractTest extends StoreContract {

    private HikariDataSource pool;

    @BeforeAll
    void openPool() {
        var config = new HikariConfig();
        config.setDataSource(Postgres.database(Postgres.newDatabase()));
        pool = new HikariDataSource(config);
        JdbcStores.create(pool).close();
    }

    @BeforeEach
    void emptyTables() {
        Postgres.run(pool, """
                TRUNCATE wa_campaign, wa_campaign_counter, wa_audience_row, wa_delivery, wa_past_attempt, wa_lane,
                    wa_suppression, wa_channel, wa_orphan_status, wa_idempotency, wa_inbox, wa_seen_event, wa_news, wa_setting,
                    wa_worker, wa_history, wa_quarantine, wa_schedule, wa_job,
                    wa_campaign_lane, wa_campaign_zone, wa_budget, wa_budget_use, wa_lane_day
                """);
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    @Override
    protected CampaignStores open(InstantSource clock) {
        return JdbcStores.builder(pool).clock(clock).migrate(false).open();
    }
}
