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
import dev.wakit.store.jdbc.internal.delivery.SingleRetention;
import dev.wakit.store.jdbc.internal.outbox.Enqueuing;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.TableGrowth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Single sends over JDBC, each call in a transaction of its own. Thread-safe. */
public final class JdbcOutboxStore implements OutboxStore {

    private final Database database;
    private final Enqueuing enqueuing;
    private final SingleRetention retention;
    private final TableGrowth growth;

    /** Over a database. */
    public JdbcOutboxStore(Database database, Enqueuing enqueuing, SingleRetention retention, TableGrowth growth) {
        this.database = database;
        this.enqueuing = enqueuing;
        this.retention = retention;
        this.growth = growth;
    }

    @Override
    public CampaignRow mailbox(CampaignRow proposed) {
        return database.read(
                        "find a mailbox", handle -> enqueuing.findMailbox(handle, proposed.lane(), proposed.mailbox()))
                .orElseGet(() -> database.write("add a mailbox", handle -> enqueuing.mailbox(handle, proposed)));
    }

    @Override
    public List<Enqueued> enqueue(List<OutboxEntry> entries) {
        List<Enqueued> enqueued = database.write("store single sends", handle -> enqueuing.enqueue(handle, entries));
        growth.added(enqueued.size());
        return enqueued;
    }

    @Override
    public Optional<DeliveryId> findByKey(TenantId tenant, String key) {
        return database.read("find an idempotency key", handle -> enqueuing.findByKey(handle, tenant, key));
    }

    @Override
    public List<Delivery> list(TenantId tenant, DeliveryQuery query) {
        return database.read("list single sends", handle -> enqueuing.list(handle, tenant, query));
    }

    @Override
    public long countPending(LaneKey lane, long atMost) {
        return database.read("count waiting messages", handle -> enqueuing.countPending(handle, lane, atMost));
    }

    @Override
    public int forgetKeys(Instant before, int limit) {
        return database.write("forget idempotency keys", handle -> enqueuing.forgetKeys(handle, before, limit));
    }

    @Override
    public int deleteSettled(DeliveryId below, Instant before, int limit) {
        return database.write("delete single sends", handle -> retention.run(handle, below, before, limit));
    }
}
