package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** MariaDB has no partial indexes: how many rows do the hot paths read of a campaign of 5,000? The server counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbReadsTest {

    private static final int ROWS = 5_000;
    private static final int DELIVERED = 3_000;

    private final String name = Maria.newDatabase();
    private final DataSource pool = Maria.database(name);
    private JdbcStores stores;
    private LaneLease lease;

    @BeforeAll
    void fill() {
        Postgres.run(pool, "SET GLOBAL userstat = ON");
        stores = JdbcStores.create(pool);
        Rows.runningCampaign(stores, ROWS);
        lease = stores.lanes().acquire(Rows.LANE, "worker", Rows.LEASE).orElseThrow();
        Postgres.run(
                pool,
                "UPDATE wa_delivery SET state = 'DELIVERED', attempt_no = 1, message_id = CONCAT('wamid.', id) WHERE id <= "
                        + DELIVERED);
        Postgres.run(pool, """
                INSERT INTO wa_inbox (tenant_id, id, provider, method, target, headers, body, received_at, state, due_at, tries)
                SELECT 'acme', seq, 'meta', 'POST', '/', '{}', '', 0, IF(seq <= 4900, 'DONE', 'WAITING'), 0, 0
                FROM seq_1_to_5000
                """);
        Postgres.run(pool, """
                INSERT INTO wa_campaign (tenant_id, id, name, status, reason, lane, content, settings, created_at, finished_at)
                SELECT 'acme', 100 + seq, 'Old', IF(seq % 2 = 0, 'CANCELLED', 'COMPLETED'), '', 'meta/1065', '{}', '{}', 0, 1
                FROM seq_1_to_5000
                """);
        Postgres.run(pool, "UPDATE wa_campaign SET not_empty = 1 WHERE id = 102");
        Postgres.run(pool, "ANALYZE TABLE wa_delivery, wa_inbox, wa_campaign");
    }

    @AfterAll
    void close() {
        stores.close();
        Postgres.run(pool, "SET GLOBAL userstat = OFF");
    }

    @Test
    void readsAheadFromTheCursorOn() throws SQLException {
        var cursor = new ReadCursor(Instant.EPOCH, new DeliveryId(4_000));

        assertThat(rowsRead(
                        "wa_delivery",
                        () -> assertThat(stores.deliveries().readAhead(lease, Rows.CAMPAIGN, Rows.NOW, cursor, 100))
                                .extracting(row -> row.id().value())
                                .startsWith(4_001L)
                                .hasSize(100)))
                .isBetween(100L, 110L);
    }

    @Test
    void findsACancelledCampaignThatIsNotEmptyAmongThousandsOfFinishedOnes() throws SQLException {
        assertThat(rowsRead(
                        "wa_campaign",
                        () -> assertThat(stores.campaigns().cancelledNotEmpty(10))
                                .extracting(row -> row.id().value())
                                .containsExactly(102L)))
                .isLessThan(10L);
    }

    @Test
    void commitsIntentsByTheirIdsAlone() throws SQLException {
        List<Delivery> rows = stores.deliveries().readAhead(lease, Rows.CAMPAIGN, Rows.NOW, ReadCursor.START, 100);

        assertThat(rowsRead(
                        "wa_delivery",
                        () -> assertThat(stores.deliveries()
                                        .commitIntents(
                                                lease,
                                                rows.stream().map(Rows::intent).toList(),
                                                Rows.NOW)
                                        .granted())
                                .hasSize(100)))
                .isBetween(100L, 410L);
    }

    @Test
    void sweepsWhatIsInFlightWithoutALookAtTheOthers() throws SQLException {
        assertThat(rowsRead(
                        "wa_delivery",
                        () -> stores.deliveries().interrupt(lease, Rows.NOW.minus(Duration.ofDays(1)), Rows.NOW)))
                .isLessThan(410L);
    }

    @Test
    void mergesByMessageId() throws SQLException {
        List<DeliveryRef> refs = IntStream.rangeClosed(1, 100)
                .mapToObj(id -> DeliveryRef.of(new MessageId("wamid." + id)))
                .toList();

        assertThat(rowsRead(
                        "wa_delivery",
                        () -> assertThat(stores.deliveries()
                                        .merge(
                                                Rows.TENANT,
                                                refs,
                                                (located, index) -> MergeStep.of(located.delivery().toBuilder()
                                                        .readAt(Rows.NOW)
                                                        .build()),
                                                Rows.NOW)
                                        .changed())
                                .hasSize(100)))
                .isBetween(100L, 510L);
    }

    @Test
    void listsOneStateByItsIndex() throws SQLException {
        var query = new DeliveryQuery(Set.of(DeliveryState.PENDING), "", "", new DeliveryId(0), 50);

        assertThat(rowsRead(
                        "wa_delivery",
                        () -> assertThat(stores.deliveries().list(Rows.TENANT, Rows.CAMPAIGN, query))
                                .hasSize(50)))
                .isBetween(50L, 60L);
    }

    @Test
    void movesOneStateByItsIndex() throws SQLException {
        assertThat(rowsRead(
                        "wa_delivery",
                        () -> assertThat(stores.deliveries().cancelPending(Rows.TENANT, Rows.CAMPAIGN, 50, Rows.NOW))
                                .isEqualTo(50)))
                .isBetween(50L, 260L);
    }

    @Test
    void listsOnePersonByTheIndexOfPeople() throws SQLException {
        String key = Rows.delivery(4_500).recipient().orElseThrow().key();
        var query = new DeliveryQuery(Set.of(), "", key, new DeliveryId(0), 50);

        assertThat(rowsRead(
                        "wa_delivery",
                        () -> assertThat(stores.deliveries().list(Rows.TENANT, Rows.CAMPAIGN, query))
                                .hasSize(1)))
                .isBetween(1L, 5L);
    }

    @Test
    void claimsWebhooksWithoutALookAtSettledOnes() throws SQLException {
        assertThat(rowsRead(
                        "wa_inbox",
                        () -> assertThat(stores.inbox()
                                        .claim("w", Set.of(ProviderId.of("meta")), 10, Rows.NOW, Duration.ofMinutes(1)))
                                .hasSize(10)))
                .isBetween(10L, 60L);
    }

    private long rowsRead(String table, Runnable work) throws SQLException {
        long before = rowsRead(table);
        work.run();
        return rowsRead(table) - before;
    }

    private long rowsRead(String table) throws SQLException {
        String sql = "SELECT SUM(rows_read) FROM information_schema.table_statistics WHERE table_schema = '" + name
                + "' AND table_name = '" + table + "'";
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
