package dev.wakit.store.jdbc.internal.sync;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.sync.SyncBatch;
import dev.wakit.catalog.sync.SyncChange;
import dev.wakit.catalog.sync.SyncItem;
import dev.wakit.catalog.sync.SyncState;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Changes {@code wa_sync_item}, in the order of variants where rows are many. Thread-safe. */
public final class SyncItemTable {

    private static final String ONE = " WHERE tenant_id = :tenant AND variant_id = :variant";

    /** Takes marks away that were read, as assignments. MariaDB assigns from left to right, here and below: the old value is read first. */
    private static final String SEEN = " urgent = CASE WHEN due > :seen THEN urgent ELSE 0 END, due = due - :seen";

    private final Dialect dialect;

    /** For a database. */
    public SyncItemTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Makes all variants of products due. */
    public void due(Handle handle, List<Product> products) {
        PreparedBatch batch = handle.prepareBatch(dialect.insertOrAdd(
                "wa_sync_item",
                "(tenant_id, variant_id, catalog_id, due, urgent, prior_urgent, present, prior_present, state)"
                        + " VALUES (:tenant, :variant, :catalog, 1, 0, 0, 0, 0, 'NEW')",
                "tenant_id, variant_id",
                "due"));
        for (Product product : products) {
            for (Variant variant : product.variants()) {
                batch.bind("tenant", product.tenant().value())
                        .bind("variant", variant.id().value())
                        .bind("catalog", product.catalog().value())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Makes a variant due before others. */
    public void urgent(Handle handle, TenantId tenant, VariantId variant) {
        handle.createUpdate("UPDATE wa_sync_item SET due = due + 1, urgent = 1" + ONE)
                .bind("tenant", tenant.value())
                .bind("variant", variant.value())
                .execute();
    }

    /** Takes marks away, and sets a state and a problem. */
    public void settle(
            Handle handle, TenantId tenant, Map<SyncItem, SyncState> states, Map<SyncItem, String> problems) {
        PreparedBatch batch = handle.prepareBatch("UPDATE wa_sync_item SET" + SEEN
                + ", state = :state, problem = :problem" + ONE + " AND due >= :seen AND batch_id IS NULL");
        states.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().variant()))
                .forEach(entry -> batch.bind("tenant", tenant.value())
                        .bind("variant", entry.getKey().variant().value())
                        .bind("seen", entry.getKey().due())
                        .bind("state", entry.getValue().name())
                        .bind("problem", Values.textOrNull(problems.get(entry.getKey())))
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Ties rows to a batch. Returns whether all of them were free. */
    public boolean begin(Handle handle, SyncBatch batch, List<SyncChange> changes) {
        return tie(handle, batch, changes, """
                UPDATE wa_sync_item SET prior_present = present, present = 1, prior_urgent = urgent, batch_id = :batch,
                    batch_hash = :hash, deleted_at = :deleted, problem = NULL,
                """ + SEEN + ONE + " AND batch_id IS NULL AND due >= :seen");
    }

    /** Ties rows of other batches to this one. Returns whether all of them were still in one, and in no second one. */
    public boolean overtake(Handle handle, SyncBatch batch, List<SyncChange> changes) {
        return tie(
                handle,
                batch,
                changes,
                """
                UPDATE wa_sync_item SET overtaken_id = batch_id, prior_present = present, prior_urgent = urgent,
                    batch_id = :batch, batch_hash = :hash, deleted_at = :deleted, sent_hash = NULL, problem = NULL,
                """ + SEEN + ONE
                        + " AND batch_id IS NOT NULL AND batch_hash IS NOT NULL AND overtaken_id IS NULL AND due >= :seen");
    }

    private static boolean tie(Handle handle, SyncBatch batch, List<SyncChange> changes, String sql) {
        PreparedBatch update = handle.prepareBatch(sql);
        changes.stream()
                .sorted(Comparator.comparing(change -> change.item().variant()))
                .forEach(change -> update.bind("tenant", batch.tenant().value())
                        .bind("variant", change.item().variant().value())
                        .bind("seen", change.item().due())
                        .bind("batch", batch.id().value())
                        .bind("hash", Values.textOrNull(change.hash()))
                        .bind("deleted", change.isLimited() ? batch.createdAt().toEpochMilli() : null)
                        .add());
        update.execute();
        return handle.createQuery("SELECT COUNT(*) FROM wa_sync_item WHERE tenant_id = :tenant AND batch_id = :batch")
                        .bind("tenant", batch.tenant().value())
                        .bind("batch", batch.id().value())
                        .mapTo(Integer.class)
                        .one()
                == changes.size();
    }

    /** Takes rows out of a batch that failed. */
    public void fail(Handle handle, SyncBatch batch, Map<VariantId, String> failed) {
        PreparedBatch update = handle.prepareBatch("""
                UPDATE wa_sync_item SET sent_hash = NULL, present = prior_present, state = 'ERROR', problem = :problem,
                    batch_id = NULL, batch_hash = NULL, deleted_at = NULL
                """ + ONE + " AND batch_id = :batch");
        new TreeMap<>(failed)
                .forEach((variant, problem) -> update.bind(
                                "tenant", batch.tenant().value())
                        .bind("variant", variant.value())
                        .bind("batch", batch.id().value())
                        .bind("problem", Values.textOrNull(problem))
                        .add());
        if (update.size() > 0) {
            update.execute();
        }
    }

    /** Notes what is odd about rows of a batch. */
    public void warn(Handle handle, SyncBatch batch, Map<VariantId, String> warnings) {
        PreparedBatch warn =
                handle.prepareBatch("UPDATE wa_sync_item SET problem = :problem" + ONE + " AND batch_id = :batch");
        new TreeMap<>(warnings)
                .forEach(
                        (variant, problem) -> warn.bind("tenant", batch.tenant().value())
                                .bind("variant", variant.value())
                                .bind("batch", batch.id().value())
                                .bind("problem", Values.textOrNull(problem))
                                .add());
        if (warn.size() > 0) {
            warn.execute();
        }
    }

    /** Frees the rows of a batch that is done. */
    public void done(Handle handle, SyncBatch batch) {
        handle.createUpdate("""
                        UPDATE wa_sync_item SET sent_hash = batch_hash,
                            present = CASE WHEN batch_hash IS NULL THEN 0 ELSE 1 END, state = 'OK',
                            batch_id = NULL, batch_hash = NULL
                        WHERE tenant_id = :tenant AND batch_id = :batch
                        """)
                .bind("tenant", batch.tenant().value())
                .bind("batch", batch.id().value())
                .execute();
    }

    /**
     * Makes rows due that a second batch took out of this one, which is over: nobody knows which of the two came last. Rows that are in
     * a batch have an empty digest from here on, so that they are not taken for known when it is done.
     */
    public void redoOvertaken(Handle handle, SyncBatch batch) {
        handle.createUpdate("""
                        UPDATE wa_sync_item SET due = due + 1, sent_hash = NULL, overtaken_id = NULL,
                            urgent = CASE WHEN batch_id IS NULL THEN 1 ELSE urgent END,
                            batch_hash = CASE WHEN batch_hash IS NULL THEN NULL ELSE '' END
                        WHERE tenant_id = :tenant AND overtaken_id = :batch
                        """)
                .bind("tenant", batch.tenant().value())
                .bind("batch", batch.id().value())
                .execute();
    }

    /** Frees the rows of a batch, which are due again. */
    public void release(Handle handle, SyncBatch batch, boolean isUnknown) {
        String known = isUnknown ? "sent_hash = NULL" : "present = prior_present";
        handle.createUpdate("UPDATE wa_sync_item SET due = due + 1, " + known
                        + ", urgent = CASE WHEN prior_urgent = 1 THEN 1 ELSE urgent END"
                        + ", batch_id = NULL, batch_hash = NULL, deleted_at = NULL"
                        + " WHERE tenant_id = :tenant AND batch_id = :batch")
                .bind("tenant", batch.tenant().value())
                .bind("batch", batch.id().value())
                .execute();
    }

    /** Makes free rows due, whatever was thought of them. */
    public int redo(Handle handle, TenantId tenant, Collection<VariantId> variants, boolean present) {
        return handle.createUpdate("UPDATE wa_sync_item SET due = due + 1, sent_hash = NULL, present = :present"
                        + " WHERE tenant_id = :tenant AND batch_id IS NULL AND "
                        + dialect.inNumbers("variant_id", "variants"))
                .bind("tenant", tenant.value())
                .bind("present", present ? 1 : 0)
                .bind(
                        "variants",
                        dialect.numbers(variants.stream().map(VariantId::value).toList()))
                .execute();
    }

    /** Makes withheld rows due, whose removal is allowed from now on. */
    public int redoWithheld(Handle handle, TenantId tenant, CatalogId catalog) {
        return handle.createUpdate("UPDATE wa_sync_item SET due = due + 1, state = 'REMOVABLE'"
                        + " WHERE tenant_id = :tenant AND catalog_id = :catalog AND state = 'WITHHELD'")
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .execute();
    }
}
