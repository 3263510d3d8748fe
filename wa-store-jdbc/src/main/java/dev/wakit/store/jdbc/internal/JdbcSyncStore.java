package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.catalog.sync.SyncBatch;
import dev.wakit.catalog.sync.SyncChange;
import dev.wakit.catalog.sync.SyncCounts;
import dev.wakit.catalog.sync.SyncItem;
import dev.wakit.catalog.sync.SyncState;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sync.SyncBatchTable;
import dev.wakit.store.jdbc.internal.sync.SyncItemRows;
import dev.wakit.store.jdbc.internal.sync.SyncItemTable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What is known of variants at the BSP, over JDBC. Thread-safe. */
public final class JdbcSyncStore implements SyncStore {

    private final Database database;
    private final SyncItemTable items;
    private final SyncItemRows rows;
    private final SyncBatchTable batches = new SyncBatchTable();

    /** Over a database. */
    public JdbcSyncStore(Database database, SyncItemTable items, SyncItemRows rows) {
        this.database = database;
        this.items = items;
        this.rows = rows;
    }

    @Override
    public List<SyncItem> due(TenantId tenant, CatalogId catalog, int limit) {
        return database.read("find variants to hand in", handle -> rows.due(handle, tenant, catalog, limit));
    }

    @Override
    public List<SyncItem> items(TenantId tenant, CatalogId catalog, Collection<String> retailerIds) {
        return database.read("read variants", handle -> rows.find(handle, tenant, catalog, retailerIds));
    }

    @Override
    public void settle(TenantId tenant, List<SyncItem> settled) {
        write(tenant, states(settled, item -> item.state().settled()), problems(settled));
    }

    @Override
    public void withhold(TenantId tenant, List<SyncItem> withheld) {
        write(tenant, states(withheld, item -> SyncState.WITHHELD), problems(withheld));
    }

    @Override
    public void fail(TenantId tenant, Map<SyncItem, String> problems) {
        write(tenant, states(problems.keySet(), item -> SyncState.ERROR), problems);
    }

    private static Map<SyncItem, SyncState> states(Collection<SyncItem> of, Function<SyncItem, SyncState> state) {
        return of.stream().collect(Collectors.toMap(Function.identity(), state));
    }

    private static Map<SyncItem, String> problems(Collection<SyncItem> of) {
        return of.stream().collect(Collectors.toMap(Function.identity(), SyncItem::problem));
    }

    private void write(TenantId tenant, Map<SyncItem, SyncState> states, Map<SyncItem, String> problems) {
        database.write("settle variants", handle -> {
            items.settle(handle, tenant, states, problems);
            return true;
        });
    }

    @Override
    public boolean begin(SyncBatch batch, List<SyncChange> changes) {
        return begin(batch, handle -> items.begin(handle, batch, changes));
    }

    @Override
    public List<SyncItem> urgent(TenantId tenant, CatalogId catalog, int limit) {
        return database.read("find urgent variants", handle -> rows.urgent(handle, tenant, catalog, limit));
    }

    @Override
    public boolean overtake(SyncBatch batch, List<SyncChange> changes) {
        return begin(batch, handle -> items.overtake(handle, batch, changes));
    }

    private boolean begin(SyncBatch batch, Predicate<Handle> tie) {
        try {
            return database.write("begin a batch", handle -> {
                batches.insert(handle, batch);
                if (!tie.test(handle)) {
                    throw new Taken();
                }
                return true;
            });
        } catch (Taken another) {
            return false;
        }
    }

    @Override
    public boolean update(SyncBatch read, SyncBatch changed) {
        return database.write("change a batch", handle -> batches.update(handle, read, changed));
    }

    @Override
    public List<SyncBatch> open(TenantId tenant, CatalogId catalog) {
        return database.read("find open batches", handle -> batches.open(handle, tenant, catalog));
    }

    @Override
    public List<SyncItem> ofBatch(SyncBatch batch) {
        return database.read("read a batch", handle -> rows.ofBatch(handle, batch));
    }

    @Override
    public void note(SyncBatch batch, Map<VariantId, String> failed, Map<VariantId, String> warnings) {
        database.write("note what the BSP said", handle -> {
            if (batches.addErrors(handle, batch, failed.size())) {
                items.fail(handle, batch, failed);
                items.warn(handle, batch, warnings);
            }
            return true;
        });
    }

    @Override
    public boolean finish(SyncBatch batch, Map<VariantId, String> failed, Map<VariantId, String> warnings) {
        return database.write("finish a batch", handle -> {
            boolean isEnded = batches.end(handle, batch, SyncBatch.State.FINISHED, failed.size(), warnings.size());
            if (isEnded) {
                items.fail(handle, batch, failed);
                items.warn(handle, batch, warnings);
                items.done(handle, batch);
                items.redoOvertaken(handle, batch);
            }
            return isEnded;
        });
    }

    @Override
    public boolean release(SyncBatch batch, boolean isUnknown) {
        return database.write("release a batch", handle -> {
            boolean isEnded = batches.end(handle, batch, SyncBatch.State.RELEASED, 0, 0);
            if (isEnded) {
                items.release(handle, batch, isUnknown);
                items.redoOvertaken(handle, batch);
            }
            return isEnded;
        });
    }

    @Override
    public int redo(TenantId tenant, Collection<VariantId> variants, boolean present) {
        return variants.isEmpty()
                ? 0
                : database.write("make variants due again", handle -> items.redo(handle, tenant, variants, present));
    }

    @Override
    public int redoWithheld(TenantId tenant, CatalogId catalog) {
        return database.write(
                "make withheld variants due again", handle -> items.redoWithheld(handle, tenant, catalog));
    }

    @Override
    public SyncCounts counts(TenantId tenant, CatalogId catalog, Instant since) {
        return database.read("count variants", handle -> rows.counts(handle, tenant, catalog, since));
    }

    /** Ends a transaction that must leave no trace. */
    private static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
