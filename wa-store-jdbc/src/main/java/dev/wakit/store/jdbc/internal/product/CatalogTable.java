package dev.wakit.store.jdbc.internal.product;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_catalog}. Thread-safe. */
public final class CatalogTable {

    private static final String ALL = """
            SELECT tenant_id, id, name, currency, status, meta_catalog, meta_business, meta_waba, created_at, updated_at,
                version
            FROM wa_catalog WHERE tenant_id = :tenant
            """;

    /** Adds a row. */
    public void insert(Handle handle, Catalog catalog) {
        bind(handle.createUpdate("""
                        INSERT INTO wa_catalog (tenant_id, id, name, currency, status, meta_catalog, meta_business,
                            meta_waba, created_at, updated_at, version)
                        VALUES (:tenant, :id, :name, :currency, :status, :catalog, :business, :waba, :created, :updated,
                            :version)
                        """), catalog)
                .bind("currency", catalog.currency().getCurrencyCode())
                .bind("created", catalog.createdAt().toEpochMilli())
                .execute();
    }

    /** Changes a row of the version before. */
    public boolean update(Handle handle, Catalog catalog) {
        return bind(handle.createUpdate("""
                                UPDATE wa_catalog SET name = :name, status = :status, meta_catalog = :catalog,
                                    meta_business = :business, meta_waba = :waba, updated_at = :updated, version = :version
                                WHERE tenant_id = :tenant AND id = :id AND version = :version - 1
                                """), catalog).execute() == 1;
    }

    private static Update bind(Update update, Catalog catalog) {
        return update.bind("tenant", catalog.tenant().value())
                .bind("id", catalog.id().value())
                .bind("name", catalog.name())
                .bind("status", catalog.status().name())
                .bind("catalog", Values.textOrNull(catalog.link().catalogId()))
                .bind("business", Values.textOrNull(catalog.link().businessId()))
                .bind("waba", Values.textOrNull(catalog.link().wabaId()))
                .bind("updated", catalog.updatedAt().toEpochMilli())
                .bind("version", catalog.version());
    }

    /** One row. */
    public Optional<Catalog> find(Handle handle, TenantId tenant, CatalogId id) {
        return handle.createQuery(ALL + " AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, context) -> map(row))
                .findOne();
    }

    /** The rows that are in use. */
    public List<Catalog> list(Handle handle, TenantId tenant) {
        return handle.createQuery(ALL + " AND status <> 'ARCHIVED' ORDER BY id")
                .bind("tenant", tenant.value())
                .map((row, context) -> map(row))
                .list();
    }

    private static Catalog map(ResultSet row) throws SQLException {
        return new Catalog(
                new TenantId(row.getString("tenant_id")),
                new CatalogId(row.getLong("id")),
                row.getString("name"),
                Currency.getInstance(row.getString("currency")),
                CatalogStatus.valueOf(row.getString("status")),
                new MetaLink(
                        Values.text(row, "meta_catalog"),
                        Values.text(row, "meta_business"),
                        Values.text(row, "meta_waba")),
                Values.time(row, "created_at"),
                Values.time(row, "updated_at"),
                row.getLong("version"));
    }
}
