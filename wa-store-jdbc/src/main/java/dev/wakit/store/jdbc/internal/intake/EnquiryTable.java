package dev.wakit.store.jdbc.internal.intake;

import dev.wakit.TenantId;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Owner of {@code wa_enquiry}. Thread-safe. */
public final class EnquiryTable {

    private static final String ALL = "SELECT * FROM wa_enquiry WHERE tenant_id = :tenant";

    private final Dialect dialect;

    /** For a database. */
    public EnquiryTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a row. Returns false if one of the same key is there. */
    public boolean insert(Handle handle, Enquiry enquiry) {
        return handle.createUpdate(dialect.insertNew("""
                                wa_enquiry (tenant_id, id, enquiry_key, sender, contact, buyer_name, meta_catalog,
                                    retailer_id, variant_id, text, sent_at)
                                VALUES (:tenant, :id, :key, :sender, :contact, :name, :catalog, :retailer, :variant, :text,
                                    :sent)
                                """, "tenant_id, enquiry_key"))
                        .bind("tenant", enquiry.tenant().value())
                        .bind("id", enquiry.id().value())
                        .bind("key", enquiry.key())
                        .bind("sender", enquiry.sender())
                        .bind("contact", Values.textOrNull(enquiry.contact()))
                        .bind("name", Values.textOrNull(enquiry.name()))
                        .bind("catalog", enquiry.metaCatalog())
                        .bind("retailer", enquiry.retailerId())
                        .bind("variant", enquiry.variant().map(VariantId::value).orElse(null))
                        .bind("text", Values.textOrNull(enquiry.text()))
                        .bind("sent", enquiry.sentAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /** The row of a key. */
    public Optional<Enquiry> findByKey(Handle handle, TenantId tenant, String key) {
        return handle.createQuery(ALL + " AND enquiry_key = :key")
                .bind("tenant", tenant.value())
                .bind("key", key)
                .map((row, context) -> map(row))
                .findOne();
    }

    /** A page of rows. */
    public List<Enquiry> list(Handle handle, TenantId tenant, EnquiryQuery query) {
        String contact = query.contact().isEmpty() ? "" : " AND contact = :contact";
        String variant = query.variant().isEmpty() ? "" : " AND variant_id = :variant";
        Query page = handle.createQuery(
                        ALL + " AND id < :before" + contact + variant + " ORDER BY id DESC LIMIT :limit")
                .bind("tenant", tenant.value())
                .bind("before", query.before().value())
                .bind("limit", query.limit());
        if (!query.contact().isEmpty()) {
            page.bind("contact", query.contact());
        }
        query.variant().ifPresent(id -> page.bind("variant", id.value()));
        return page.map((row, context) -> map(row)).list();
    }

    /** Empties what leads to a person. Returns how many rows were theirs. */
    public int erase(Handle handle, TenantId tenant, String contact) {
        return handle.createUpdate("""
                        UPDATE wa_enquiry SET contact = NULL, buyer_name = NULL, text = NULL
                        WHERE tenant_id = :tenant AND contact = :contact
                        """)
                .bind("tenant", tenant.value())
                .bind("contact", contact)
                .execute();
    }

    private static Enquiry map(ResultSet row) throws SQLException {
        long variant = row.getLong("variant_id");
        Optional<VariantId> known = row.wasNull() ? Optional.empty() : Optional.of(new VariantId(variant));
        return new Enquiry(
                new TenantId(row.getString("tenant_id")),
                new EnquiryId(row.getLong("id")),
                row.getString("enquiry_key"),
                row.getString("sender"),
                Values.text(row, "contact"),
                Values.text(row, "buyer_name"),
                row.getString("meta_catalog"),
                row.getString("retailer_id"),
                known,
                Values.text(row, "text"),
                Values.time(row, "sent_at"));
    }
}
