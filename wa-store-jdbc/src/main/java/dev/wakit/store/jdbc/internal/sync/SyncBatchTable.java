package dev.wakit.store.jdbc.internal.sync;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.sync.SyncBatch;
import dev.wakit.catalog.sync.SyncBatchId;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_sync_batch}. Thread-safe. */
public final class SyncBatchTable {

    private static final String OPEN = " AND state IN ('PREPARED', 'SUBMITTED', 'LOST')";

    /** Adds a row. */
    public void insert(Handle handle, SyncBatch batch) {
        handle.createUpdate("""
                        INSERT INTO wa_sync_batch (tenant_id, id, catalog_id, handle, state, items, polls, created_at, next_at,
                            errors, warnings)
                        VALUES (:tenant, :id, :catalog, :handle, :state, :items, :polls, :created, :next, 0, 0)
                        """)
                .bind("tenant", batch.tenant().value())
                .bind("id", batch.id().value())
                .bind("catalog", batch.catalog().value())
                .bind("handle", Values.textOrNull(batch.handle()))
                .bind("state", batch.state().name())
                .bind("items", batch.items())
                .bind("polls", batch.polls())
                .bind("created", batch.createdAt().toEpochMilli())
                .bind("next", batch.nextAt().toEpochMilli())
                .execute();
    }

    /** Changes a row that is in this state. */
    public boolean update(Handle handle, SyncBatch read, SyncBatch changed) {
        return handle.createUpdate("""
                                UPDATE wa_sync_batch SET state = :state, handle = :handle, polls = :polls, next_at = :next
                                WHERE tenant_id = :tenant AND id = :id AND state = :before
                                """)
                        .bind("tenant", read.tenant().value())
                        .bind("id", read.id().value())
                        .bind("before", read.state().name())
                        .bind("state", changed.state().name())
                        .bind("handle", Values.textOrNull(changed.handle()))
                        .bind("polls", changed.polls())
                        .bind("next", changed.nextAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /** Ends a row that is open. */
    public boolean end(Handle handle, SyncBatch batch, SyncBatch.State state, int errors, int warnings) {
        return handle.createUpdate("UPDATE wa_sync_batch SET state = :state, errors = errors + :errors,"
                                + " warnings = :warnings WHERE tenant_id = :tenant AND id = :id" + OPEN)
                        .bind("tenant", batch.tenant().value())
                        .bind("id", batch.id().value())
                        .bind("state", state.name())
                        .bind("errors", errors)
                        .bind("warnings", warnings)
                        .execute()
                == 1;
    }

    /** Adds to the errors of a row that is open. */
    public boolean addErrors(Handle handle, SyncBatch batch, int errors) {
        return handle.createUpdate("UPDATE wa_sync_batch SET errors = errors + :errors"
                                + " WHERE tenant_id = :tenant AND id = :id" + OPEN)
                        .bind("tenant", batch.tenant().value())
                        .bind("id", batch.id().value())
                        .bind("errors", errors)
                        .execute()
                == 1;
    }

    /** The rows that are open. */
    public List<SyncBatch> open(Handle handle, TenantId tenant, CatalogId catalog) {
        return handle.createQuery("SELECT * FROM wa_sync_batch WHERE tenant_id = :tenant AND catalog_id = :catalog"
                        + OPEN + " ORDER BY id")
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .map((row, context) -> new SyncBatch(
                        new TenantId(row.getString("tenant_id")),
                        new SyncBatchId(row.getLong("id")),
                        new CatalogId(row.getLong("catalog_id")),
                        Values.text(row, "handle"),
                        SyncBatch.State.valueOf(row.getString("state")),
                        row.getInt("items"),
                        row.getInt("polls"),
                        Values.time(row, "created_at"),
                        Values.time(row, "next_at")))
                .list();
    }
}
