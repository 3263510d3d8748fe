package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Enqueued.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresJoinedOutboxTest extends JoinedOutbox {

    private final DataSource database = Postgres.database(Postgres.newDatabase());

    @Override
    JdbcStores open() {
        return JdbcStores.create(database);
    }

    @Override
    Connection connect() throws SQLException {
        return database.getConnection();
    }

    @Test
    void nobodyElseWaitsForAnOpenTransactionOfTheHost() throws Exception {
        try (Connection host = begin();
                Connection second = begin()) {
            stores.outbox(host).mailbox(mailbox(500));
            stores.outbox(host).enqueue(List.of(entry(1, "a"), entry(2, "")));

            // Both would wait for ever if the open transaction held what they need.
            CompletableFuture<Enqueued> alone = CompletableFuture.supplyAsync(
                    () -> stores.outbox().enqueue(List.of(entry(3, "b"))).get(0));
            CompletableFuture<Enqueued> joined = CompletableFuture.supplyAsync(
                    () -> stores.outbox(second).enqueue(List.of(entry(4, "c"))).get(0));

            assertThat(alone.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ADDED);
            assertThat(joined.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ADDED);
            second.commit();
            host.rollback();
        }
        assertThat(isStored(1)).isFalse();
        assertThat(isStored(3)).isTrue();
        assertThat(isStored(4)).isTrue();
    }

    @Test
    void theSameKeyWaitsForTheHostAndGetsTheHostsDelivery() throws Exception {
        stores.outbox().mailbox(mailbox(500));
        try (Connection host = begin()) {
            stores.outbox(host).enqueue(List.of(entry(1, "k")));
            CompletableFuture<Enqueued> other = CompletableFuture.supplyAsync(
                    () -> stores.outbox().enqueue(List.of(entry(2, "k"))).get(0));
            awaitSomebodyWaiting();

            assertThat(other).isNotDone();
            host.commit();

            assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(new Enqueued(new DeliveryId(1), Kind.REPEATED));
        }
    }

    private void awaitSomebodyWaiting() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isAnyoneWaiting()) {
            assertThat(System.nanoTime() - deadline).as("time left").isNegative();
        }
    }

    private boolean isAnyoneWaiting() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    @Test
    void worksAtTheStricterIsolationOfAHost() throws SQLException {
        try (Connection host = connect()) {
            host.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            host.setAutoCommit(false);
            order(host, 1);
            stores.outbox(host).mailbox(mailbox(500));
            stores.outbox(host).enqueue(List.of(entry(1, "k")));
            host.commit();
        }
        assertThat(isStored(1)).isTrue();
    }
}
