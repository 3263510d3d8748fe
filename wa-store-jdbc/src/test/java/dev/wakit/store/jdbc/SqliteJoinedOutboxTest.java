package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Enqueued.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteJoinedOutboxTest extends JoinedOutbox {

    @TempDir
    private Path folder;

    @Override
    JdbcStores open() {
        return JdbcStores.sqlite(folder.resolve("wakit.db"));
    }

    @Override
    Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(60_000);
        var file = new SQLiteDataSource(config);
        file.setUrl("jdbc:sqlite:" + folder.resolve("wakit.db"));
        return file.getConnection();
    }

    @Override
    Connection begin() throws SQLException {
        Connection host = connect();
        run(host, "BEGIN IMMEDIATE");
        return host;
    }

    @Override
    void commit(Connection host) throws SQLException {
        run(host, "COMMIT");
    }

    @Override
    void rollback(Connection host) throws SQLException {
        run(host, "ROLLBACK");
    }

    private static void run(Connection host, String sql) throws SQLException {
        try (Statement statement = host.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void joinsATransactionOfTheDriverToo() throws SQLException {
        try (Connection host = connect()) {
            host.setAutoCommit(false);
            order(host, 1);
            stores.outbox(host).mailbox(mailbox(500));
            stores.outbox(host).enqueue(List.of(entry(1, "k")));
            host.commit();
        }
        assertThat(isStored(1)).isTrue();
    }

    @Test
    void aMailboxAddedByATransactionThatIsRolledBackIsGone() throws SQLException {
        try (Connection host = begin()) {
            order(host, 1);
            stores.outbox(host).mailbox(mailbox(500));
            rollback(host);
        }

        assertThat(stores.outbox().mailbox(mailbox(501)).id().value()).isEqualTo(501);
    }

    @Test
    void theEngineWaitsForTheOneWriterAndReadsMeanwhile() throws Exception {
        stores.outbox().mailbox(mailbox(500));
        try (Connection host = begin()) {
            order(host, 1);
            CompletableFuture<Enqueued> other = CompletableFuture.supplyAsync(
                    () -> stores.outbox().enqueue(List.of(entry(2, ""))).get(0));

            assertThat(stores.outbox().countPending(Rows.LANE, 10)).isZero();
            stores.outbox(host).enqueue(List.of(entry(1, "")));
            assertThat(other).isNotDone();
            commit(host);

            assertThat(other.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ADDED);
        }
        assertThat(stores.outbox().countPending(Rows.LANE, 10)).isEqualTo(2);
    }
}
