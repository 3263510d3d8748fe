package dev.wakit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.testkit.store.StoreContract;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbStoreContractTest extends StoreContract {

    private static final List<String> TABLES = List.of(
            "wa_campaign",
            "wa_campaign_counter",
            "wa_audience_row",
            "wa_delivery",
            "wa_past_attempt",
            "wa_lane",
            "wa_idempotency",
            "wa_suppression",
            "wa_campaign_lane",
            "wa_campaign_zone",
            "wa_budget",
            "wa_budget_use",
            "wa_lane_day",
            "wa_inbox",
            "wa_seen_event",
            "wa_news",
            "wa_channel",
            "wa_orphan_status",
            "wa_setting",
            "wa_worker",
            "wa_history",
            "wa_quarantine",
            "wa_schedule",
            "wa_job");

    private HikariDataSource pool;

    @BeforeAll
    void openPool() {
        var config = new HikariConfig();
        config.setDataSource(Maria.database(Maria.newDatabase()));
        pool = new HikariDataSource(config);
        JdbcStores.create(pool).close();
    }

    // TRUNCATE makes a new file for each table, which takes ten times as long.
    @BeforeEach
    void emptyTables() {
        TABLES.forEach(table -> Postgres.run(pool, "DELETE FROM " + table));
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
