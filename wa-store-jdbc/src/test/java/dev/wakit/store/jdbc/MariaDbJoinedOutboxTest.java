package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Enqueued.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The host's transactions have MariaDB's usual isolation, REPEATABLE READ. */
class MariaDbJoinedOutboxTest extends JoinedOutbox {

    private final DataSource database = Maria.database(Maria.newDatabase());

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
    void seesAKeyThatWasTakenAfterItsSnapshot() throws Exception {
        stores.outbox().mailbox(mailbox(500));
        try (Connection host = begin()) {
            assertThat(stores.outbox(host).findByKey(Rows.TENANT, "k")).isEmpty();
            stores.outbox().enqueue(List.of(entry(1, "k")));

            assertThat(stores.outbox(host).enqueue(List.of(entry(2, "k"))).get(0))
                    .isEqualTo(new Enqueued(new DeliveryId(1), Kind.REPEATED));
            host.rollback();
        }
    }
}
