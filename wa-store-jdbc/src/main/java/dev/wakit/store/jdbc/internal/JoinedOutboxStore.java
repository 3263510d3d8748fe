package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.outbox.Enqueuing;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Single sends inside a transaction of the host. As thread-safe as the connection, which means not. */
public final class JoinedOutboxStore implements OutboxStore {

    private final Database database;
    private final Enqueuing enqueuing;
    private final Connection connection;
    private final OutboxStore own;

    /**
     * Over the host's connection.
     *
     * @param own the same tables over connections of their own
     */
    public JoinedOutboxStore(Database database, Enqueuing enqueuing, Connection connection, OutboxStore own) {
        this.database = database;
        this.enqueuing = enqueuing;
        this.connection = connection;
        this.own = own;
    }

    /**
     * A mailbox that is missing is added by a transaction of its own, which is over at once, so that nobody else waits for the host's
     * to get into the same mailbox. Where there is one writer only, which is the host now, it is added by the host's.
     */
    @Override
    public CampaignRow mailbox(CampaignRow proposed) {
        checkTransaction();
        Optional<CampaignRow> found = database.join(
                "find a mailbox",
                connection,
                handle -> enqueuing.findMailbox(handle, proposed.lane(), proposed.mailbox()));
        if (found.isPresent()) {
            return found.get();
        }
        return database.dialect().hasOneWriter()
                ? database.join("add a mailbox", connection, handle -> enqueuing.mailbox(handle, proposed))
                : own.mailbox(proposed);
    }

    @Override
    public List<Enqueued> enqueue(List<OutboxEntry> entries) {
        checkTransaction();
        return database.join("store single sends", connection, handle -> enqueuing.enqueue(handle, entries));
    }

    private void checkTransaction() {
        try {
            if (!database.dialect().isInTransaction(connection)) {
                throw new IllegalStateException("The connection commits every statement by itself, so there is no "
                        + "transaction to join. Call setAutoCommit(false) first.");
            }
        } catch (SQLException error) {
            throw new StoreException("The host's connection cannot be used. Is it closed?", error);
        }
    }

    @Override
    public Optional<DeliveryId> findByKey(TenantId tenant, String key) {
        return database.join("find an idempotency key", connection, handle -> enqueuing.findByKey(handle, tenant, key));
    }

    @Override
    public List<Delivery> list(TenantId tenant, DeliveryQuery query) {
        return database.join("list single sends", connection, handle -> enqueuing.list(handle, tenant, query));
    }

    @Override
    public long countPending(LaneKey lane, long atMost) {
        return own.countPending(lane, atMost);
    }

    @Override
    public int forgetKeys(Instant before, int limit) {
        return own.forgetKeys(before, limit);
    }

    @Override
    public int deleteSettled(DeliveryId below, Instant before, int limit) {
        return own.deleteSettled(below, before, limit);
    }
}
