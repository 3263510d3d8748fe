package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.Pulse;
import dev.wakit.campaign.store.WorkerBeat;
import dev.wakit.campaign.worker.WorkerState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A database that was set back is noticed by every write that a lease fences, before any heartbeat looks. */
class HistoryFenceTest {

    private static final String WORKER = "worker-1";
    private static final WorkerBeat BEAT =
            new WorkerBeat(WORKER, "host-1", 1, "0.1", Set.of(Rows.LANE.provider()), 1, WorkerState.RUNNING);

    @TempDir
    Path folder;

    @Test
    void refusesIntentsAfterASqliteFileWasSetBack() {
        Path file = folder.resolve("wakit.db");
        var same = new SQLiteDataSource();
        same.setUrl("jdbc:sqlite:" + file);
        try (JdbcStores stores = JdbcStores.sqlite(file)) {
            refusesIntents(stores, same);
        }
    }

    @Test
    void refusesIntentsAfterAPostgresDatabaseWasSetBack() {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        try (JdbcStores stores = JdbcStores.create(pool)) {
            refusesIntents(stores, pool);
        }
    }

    @Test
    void aBeatWhileIntentsWaitForTheLaneIsNoLostHistory() throws Exception {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        try (JdbcStores stores = JdbcStores.create(pool)) {
            Rows.runningCampaign(stores, 1);
            LaneLease lease = stores.lanes()
                    .acquire(Rows.LANE, WORKER, Duration.ofSeconds(30))
                    .orElseThrow();
            stores.workers().beat(BEAT);
            CompletableFuture<IntentResult> intents;
            try (Connection other = pool.getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("SELECT 1 FROM wa_lane FOR UPDATE");
                intents = CompletableFuture.supplyAsync(
                        () -> stores.deliveries().commitIntents(lease, List.of(intent(1)), Instant.now()));
                awaitSomebodyWaiting(pool);
                stores.workers().beat(BEAT);
                other.rollback();
            }
            IntentResult result = intents.get(1, TimeUnit.MINUTES);
            assertThat(result.laneHeld()).isTrue();
            assertThat(result.granted()).hasSize(1);
        }
    }

    private static void awaitSomebodyWaiting(DataSource pool) throws SQLException {
        Instant deadline = Instant.now().plusSeconds(60);
        try (Connection connection = pool.getConnection();
                PreparedStatement waiting = connection.prepareStatement("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            long count = 0;
            while (count == 0) {
                assertThat(Instant.now()).isBefore(deadline);
                try (ResultSet found = waiting.executeQuery()) {
                    found.next();
                    count = found.getLong(1);
                }
            }
        }
    }

    private static void refusesIntents(JdbcStores stores, DataSource database) {
        Rows.runningCampaign(stores, 2);
        LaneLease lease = stores.lanes()
                .acquire(Rows.LANE, WORKER, Duration.ofSeconds(30))
                .orElseThrow();
        long beat = 0;
        for (int i = 0; i < 3; i++) {
            beat = stores.workers().beat(BEAT).beat();
        }
        assertThat(stores.deliveries()
                        .commitIntents(lease, List.of(intent(1)), Instant.now())
                        .laneHeld())
                .isTrue();

        Postgres.run(database, "UPDATE wa_history SET beat = " + (beat - 1));

        assertThat(stores.deliveries()
                        .commitIntents(lease, List.of(intent(2)), Instant.now())
                        .laneHeld())
                .isFalse();
        stores.history().begin("the beat went back", WORKER, Duration.ZERO);
        LaneLease fresh = stores.lanes()
                .acquire(Rows.LANE, WORKER, Duration.ofSeconds(30))
                .orElseThrow();
        assertThat(stores.deliveries()
                        .commitIntents(fresh, List.of(intent(2)), Instant.now())
                        .granted())
                .hasSize(1);
    }

    @Test
    void namesAPostgresClusterAndItsTimeline() {
        DataSource pool = Postgres.database(Postgres.newDatabase());
        try (JdbcStores stores = JdbcStores.create(pool)) {
            Pulse pulse = stores.workers().beat(BEAT);
            assertThat(pulse.identity()).matches("\\d+/[0-9A-F]{8}");

            Postgres.run(pool, "UPDATE wa_history SET identity = '1/00000001'");
            assertThat(stores.workers().beat(BEAT).knownIdentity()).isEqualTo("1/00000001");

            stores.history().begin("another identity", WORKER, Duration.ofSeconds(1));
            assertThat(stores.workers().beat(BEAT).knownIdentity()).isEqualTo(pulse.identity());
        }
    }

    private static Intent intent(int id) {
        return Rows.intent(Rows.delivery(id));
    }
}
