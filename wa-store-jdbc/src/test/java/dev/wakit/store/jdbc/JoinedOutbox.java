package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Enqueued.Kind;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.campaign.store.OutboxStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for single sends inside a transaction of the host, on every database. */
abstract class JoinedOutbox {

    static final CampaignId MAILBOX = new CampaignId(500);

    JdbcStores stores;

    /** Opens the stores on an empty database. */
    abstract JdbcStores open();

    /** A connection of the host to the same database. */
    abstract Connection connect() throws SQLException;

    @BeforeEach
    void prepare() throws SQLException {
        stores = open();
        try (Connection host = connect();
                Statement statement = host.createStatement()) {
            host.setAutoCommit(true);
            statement.execute("CREATE TABLE host_order (id INTEGER PRIMARY KEY)");
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    static CampaignRow mailbox(long id) {
        return new CampaignRow(
                Rows.TENANT,
                new CampaignId(id),
                "Single sends",
                CampaignStatus.RUNNING,
                "",
                Rows.LANE,
                "{}",
                "{}",
                Rows.NOW,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                "normal/utility");
    }

    static OutboxEntry entry(long id, String key) {
        Delivery delivery = Delivery.builder(Rows.TENANT, new DeliveryId(id), MAILBOX)
                .recipient(Recipient.of(PhoneNumber.parse("+919978783238")))
                .content("{}")
                .build();
        return new OutboxEntry(delivery, Rows.LANE, key, "hash", Rows.NOW);
    }

    Connection begin() throws SQLException {
        Connection host = connect();
        host.setAutoCommit(false);
        return host;
    }

    void commit(Connection host) throws SQLException {
        host.commit();
    }

    void rollback(Connection host) throws SQLException {
        host.rollback();
    }

    static void order(Connection host, int id) throws SQLException {
        try (Statement statement = host.createStatement()) {
            statement.execute("INSERT INTO host_order (id) VALUES (" + id + ")");
        }
    }

    long orders() throws SQLException {
        try (Connection host = connect();
                Statement statement = host.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM host_order")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    boolean isStored(long id) {
        return stores.deliveries().find(Rows.TENANT, new DeliveryId(id)).isPresent();
    }

    @Test
    void aCommittedTransactionKeepsTheMessageAndTheHostsOwnRow() throws SQLException {
        stores.outbox().mailbox(mailbox(500));
        try (Connection host = begin()) {
            order(host, 1);

            Enqueued enqueued =
                    stores.outbox(host).enqueue(List.of(entry(1, "k"))).get(0);

            assertThat(enqueued.kind()).isEqualTo(Kind.ADDED);
            assertThat(isStored(1)).as("before the commit").isFalse();
            assertThat(host.isClosed()).isFalse();
            commit(host);
        }
        assertThat(isStored(1)).isTrue();
        assertThat(stores.outbox().findByKey(Rows.TENANT, "k")).contains(new DeliveryId(1));
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNoMessageAndNoKey() throws SQLException {
        stores.outbox().mailbox(mailbox(500));
        try (Connection host = begin()) {
            order(host, 1);
            stores.outbox(host).enqueue(List.of(entry(1, "k")));
            rollback(host);
        }

        assertThat(isStored(1)).isFalse();
        assertThat(stores.outbox().findByKey(Rows.TENANT, "k")).isEmpty();
        assertThat(orders()).isZero();
        assertThat(stores.outbox().enqueue(List.of(entry(2, "k"))).get(0).kind())
                .isEqualTo(Kind.ADDED);
    }

    @Test
    void aMailboxThatIsMissingIsThereForTheHostAndForOthersAfterItsCommit() throws SQLException {
        try (Connection host = begin()) {
            order(host, 1);
            CampaignRow added = stores.outbox(host).mailbox(mailbox(500));
            stores.outbox(host).enqueue(List.of(entry(1, "")));
            commit(host);

            assertThat(added.id()).isEqualTo(MAILBOX);
        }

        assertThat(stores.outbox().mailbox(mailbox(501)).id()).isEqualTo(MAILBOX);
        assertThat(isStored(1)).isTrue();
    }

    @Test
    void refusesAConnectionThatCommitsByItself() throws SQLException {
        try (Connection host = connect()) {
            host.setAutoCommit(true);
            OutboxStore joined = stores.outbox(host);

            assertThatThrownBy(() -> joined.enqueue(List.of(entry(1, ""))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        assertThat(isStored(1)).isFalse();
    }

    @Test
    void seesItsOwnKeyBeforeTheCommit() throws SQLException {
        stores.outbox().mailbox(mailbox(500));
        try (Connection host = begin()) {
            OutboxStore joined = stores.outbox(host);
            joined.enqueue(List.of(entry(1, "k")));

            assertThat(joined.enqueue(List.of(entry(2, "k"))).get(0))
                    .isEqualTo(new Enqueued(new DeliveryId(1), Kind.REPEATED));
            assertThat(joined.findByKey(Rows.TENANT, "k")).contains(new DeliveryId(1));
            rollback(host);
        }
    }
}
