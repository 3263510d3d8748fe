package dev.wakit.store.jdbc.internal.outbox;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_idempotency}. Thread-safe. */
public final class IdempotencyTable {

    private static final String NEW_ROW = """
            wa_idempotency (tenant_id, request_key, request_hash, delivery_id, created_at)
            VALUES (:tenant, :key, :hash, :delivery, :at)
            """;

    private final Dialect dialect;

    /** For a database. */
    public IdempotencyTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The request that a key belongs to. */
    record Request(String hash, DeliveryId delivery) {}

    /** Takes a key; false if it is taken. Waits for a transaction that has just taken it. */
    boolean take(Handle handle, OutboxEntry entry) {
        return handle.createUpdate(dialect.insertNew(NEW_ROW, "tenant_id, request_key"))
                        .bind("tenant", entry.delivery().tenant().value())
                        .bind("key", entry.key())
                        .bind("hash", entry.requestHash())
                        .bind("delivery", entry.delivery().id().value())
                        .bind("at", entry.at().toEpochMilli())
                        .execute()
                == 1;
    }

    /** The request of a key, which stays so until the transaction ends. */
    Optional<Request> hold(Handle handle, TenantId tenant, String key) {
        return find(handle, tenant, key, dialect.forShare());
    }

    /** The request of a key. */
    Optional<Request> find(Handle handle, TenantId tenant, String key) {
        return find(handle, tenant, key, "");
    }

    // The lock makes a database with snapshots show the row that another transaction has just committed.
    private static Optional<Request> find(Handle handle, TenantId tenant, String key, String lock) {
        return handle.createQuery("SELECT request_hash, delivery_id FROM wa_idempotency"
                        + " WHERE tenant_id = :tenant AND request_key = :key" + lock)
                .bind("tenant", tenant.value())
                .bind("key", key)
                .map((row, context) ->
                        new Request(row.getString("request_hash"), new DeliveryId(row.getLong("delivery_id"))))
                .findOne();
    }

    /** Gives keys back that were taken in this transaction. */
    void giveBack(Handle handle, Collection<OutboxEntry> entries) {
        PreparedBatch batch =
                handle.prepareBatch("DELETE FROM wa_idempotency WHERE tenant_id = :tenant AND request_key = :key");
        for (OutboxEntry entry : entries) {
            batch.bind("tenant", entry.delivery().tenant().value())
                    .bind("key", entry.key())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Deletes the keys of deliveries; returns how many. Reads all keys. */
    public int forget(Handle handle, TenantId tenant, Collection<DeliveryId> deliveries) {
        if (deliveries.isEmpty()) {
            return 0;
        }
        List<String> keys = handle.createQuery("SELECT request_key FROM wa_idempotency WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("delivery_id", "ids"))
                .bind("tenant", tenant.value())
                .bind(
                        "ids",
                        dialect.numbers(
                                deliveries.stream().map(DeliveryId::value).toList()))
                .mapTo(String.class)
                .list();
        PreparedBatch batch =
                handle.prepareBatch("DELETE FROM wa_idempotency WHERE tenant_id = :tenant AND request_key = :key");
        keys.stream()
                .sorted()
                .forEach(key ->
                        batch.bind("tenant", tenant.value()).bind("key", key).add());
        if (batch.size() > 0) {
            batch.execute();
        }
        return keys.size();
    }

    /** Deletes keys that are older than a time, the oldest first. */
    int forget(Handle handle, Instant before, int limit) {
        List<Old> old = handle.createQuery("""
                        SELECT tenant_id, request_key FROM wa_idempotency
                        WHERE created_at < :before ORDER BY created_at LIMIT :limit
                        """)
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Old(row.getString("tenant_id"), row.getString("request_key")))
                .list();
        PreparedBatch batch = handle.prepareBatch("""
                DELETE FROM wa_idempotency
                WHERE tenant_id = :tenant AND request_key = :key AND created_at < :before
                """);
        for (Old key : old) {
            batch.bind("tenant", key.tenant())
                    .bind("key", key.key())
                    .bind("before", before.toEpochMilli())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return old.size();
    }

    private record Old(String tenant, String key) {}
}
