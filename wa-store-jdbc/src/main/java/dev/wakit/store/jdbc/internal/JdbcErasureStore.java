package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.store.ErasedDeliveries;
import dev.wakit.campaign.store.ErasedWebhooks;
import dev.wakit.campaign.store.ErasureStore;
import dev.wakit.store.jdbc.internal.campaign.AudienceTable;
import dev.wakit.store.jdbc.internal.delivery.Erasing;
import dev.wakit.store.jdbc.internal.delivery.PersonRows;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.inbox.StoredBodies;
import dev.wakit.store.jdbc.internal.outbox.IdempotencyTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Erasing over JDBC. Thread-safe. */
public final class JdbcErasureStore implements ErasureStore {

    private final Database database;
    private final Tables tables;
    private final PersonRows people;
    private final Erasing erasing;
    private final StoredBodies bodies;

    /** Over a database. */
    public JdbcErasureStore(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
        this.people = new PersonRows(database.dialect());
        this.erasing = new Erasing(tables, people, new IdempotencyTable(database.dialect())::forget);
        this.bodies = new StoredBodies(database.dialect());
    }

    @Override
    public Set<String> names(TenantId tenant, Collection<String> recipientKeys) {
        return database.read("find the names of a person", handle -> people.names(handle, tenant, recipientKeys));
    }

    @Override
    public int remember(TenantId tenant, Collection<String> recipientKeys, Instant now) {
        return database.write(
                "remember whom not to contact", handle -> tables.erased().remember(handle, tenant, recipientKeys, now));
    }

    @Override
    public boolean isAnyErased(TenantId tenant) {
        return database.read("look for erased people", handle -> tables.erased().isAny(handle, tenant));
    }

    @Override
    public Set<String> erased(TenantId tenant, Collection<String> recipientKeys) {
        return database.read("look for erased people", handle -> tables.erased().among(handle, tenant, recipientKeys));
    }

    @Override
    public int clearAudienceRows(TenantId tenant, CampaignId campaign, Collection<Long> lines) {
        return database.write("clear audience rows", handle -> {
            tables.campaigns().lock(handle, tenant, campaign);
            return AudienceTable.clear(handle, tenant, campaign, lines);
        });
    }

    @Override
    public ErasedDeliveries deleteDeliveries(TenantId tenant, Collection<String> recipientKeys, int limit) {
        return database.write(
                "delete deliveries to a person", handle -> erasing.run(handle, tenant, recipientKeys, limit));
    }

    @Override
    public int deleteStatuses(TenantId tenant, Collection<String> traces) {
        return database.write("delete kept statuses", handle -> tables.orphans().removeHolding(handle, tenant, traces));
    }

    @Override
    public ErasedWebhooks clearWebhooks(TenantId tenant, Collection<String> traces, long afterId, int limit) {
        return database.write("clear webhooks", handle -> bodies.clear(handle, tenant, traces, afterId, limit));
    }

    @Override
    public void settleCleared(Collection<Long> webhooks, Instant now) {
        database.write("clear processed webhooks", handle -> {
            bodies.settle(handle, webhooks, now);
            return true;
        });
    }
}
