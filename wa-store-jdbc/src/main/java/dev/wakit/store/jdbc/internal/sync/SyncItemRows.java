package dev.wakit.store.jdbc.internal.sync;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.sync.SyncBatch;
import dev.wakit.catalog.sync.SyncCounts;
import dev.wakit.catalog.sync.SyncItem;
import dev.wakit.catalog.sync.SyncState;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads {@code wa_sync_item}. Thread-safe. */
public final class SyncItemRows {

    private static final String ALL = """
            SELECT s.*, v.retailer_id FROM wa_sync_item s
            JOIN wa_variant v ON v.tenant_id = s.tenant_id AND v.id = s.variant_id
            WHERE s.tenant_id = :tenant
            """;

    private final Dialect dialect;

    /** For a database. */
    public SyncItemRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Rows that are due. */
    public List<SyncItem> due(Handle handle, TenantId tenant, CatalogId catalog, int limit) {
        return handle.createQuery(ALL + """
                         AND s.catalog_id = :catalog AND s.batch_id IS NULL AND s.due > 0
                        ORDER BY s.urgent DESC, s.variant_id LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /** Rows that are urgent, in a batch that is to change them, and in no second one. */
    public List<SyncItem> urgent(Handle handle, TenantId tenant, CatalogId catalog, int limit) {
        return handle.createQuery(ALL + """
                         AND s.catalog_id = :catalog AND s.urgent = 1 AND s.due > 0 AND s.batch_id IS NOT NULL
                            AND s.batch_hash IS NOT NULL AND s.overtaken_id IS NULL
                        ORDER BY s.variant_id LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /** Rows by retailer id. */
    public List<SyncItem> find(Handle handle, TenantId tenant, CatalogId catalog, Collection<String> retailerIds) {
        return handle.createQuery(ALL + " AND v.catalog_id = :catalog AND " + dialect.inTexts("v.retailer_id", "ids")
                        + " ORDER BY s.variant_id")
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("ids", dialect.texts(retailerIds))
                .map((row, context) -> map(row))
                .list();
    }

    /** The rows of a batch. */
    public List<SyncItem> ofBatch(Handle handle, SyncBatch batch) {
        return handle.createQuery(ALL + " AND s.batch_id = :batch ORDER BY s.variant_id")
                .bind("tenant", batch.tenant().value())
                .bind("batch", batch.id().value())
                .map((row, context) -> map(row))
                .list();
    }

    /** How the rows of a catalog stand. */
    public SyncCounts counts(Handle handle, TenantId tenant, CatalogId catalog, Instant since) {
        return handle.createQuery("""
                        SELECT COALESCE(SUM(CASE WHEN deleted_at >= :since THEN 0 ELSE present END), 0) AS present,
                            COALESCE(SUM(CASE WHEN due > 0 AND batch_id IS NULL THEN 1 ELSE 0 END), 0) AS due,
                            COALESCE(SUM(CASE WHEN batch_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS working,
                            COALESCE(SUM(CASE WHEN state = 'ERROR' THEN 1 ELSE 0 END), 0) AS errors,
                            COALESCE(SUM(CASE WHEN state = 'WITHHELD' THEN 1 ELSE 0 END), 0) AS withheld,
                            COALESCE(SUM(CASE WHEN deleted_at >= :since THEN 1 ELSE 0 END), 0) AS deleted
                        FROM wa_sync_item WHERE tenant_id = :tenant AND catalog_id = :catalog
                        """)
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new SyncCounts(
                        row.getLong("present"),
                        row.getLong("due"),
                        row.getLong("working"),
                        row.getLong("errors"),
                        row.getLong("withheld"),
                        row.getLong("deleted")))
                .one();
    }

    private static SyncItem map(ResultSet row) throws SQLException {
        row.getLong("batch_id");
        boolean inBatch = !row.wasNull();
        return new SyncItem(
                new VariantId(row.getLong("variant_id")),
                row.getString("retailer_id"),
                row.getInt("due"),
                row.getInt("urgent") == 1,
                row.getInt("present") == 1,
                Values.text(row, "sent_hash"),
                inBatch,
                SyncState.valueOf(row.getString("state")),
                Values.text(row, "problem"));
    }
}
