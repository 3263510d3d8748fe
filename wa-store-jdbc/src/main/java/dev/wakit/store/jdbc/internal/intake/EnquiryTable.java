package dev.wakit.store.jdbc.internal.intake;

import dev.wakit.TenantId;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.NewestFirst;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_enquiry}. Thread-safe. */
public final class EnquiryTable {

    private static final String ALL = "SELECT * FROM wa_enquiry WHERE tenant_id = :tenant";

    private final Dialect dialect;
    private final ColumnCipher cipher;

    /** For a database. */
    public EnquiryTable(Dialect dialect, ColumnCipher cipher) {
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** Adds a row. Returns false if one of the same key is there. */
    public boolean insert(Handle handle, Enquiry enquiry) {
        ColumnCipher.Row texts = texts(enquiry.tenant(), enquiry.id());
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
                        .bind("name", texts.seal("buyer_name", Values.textOrNull(enquiry.name())))
                        .bind("catalog", enquiry.metaCatalog())
                        .bind("retailer", enquiry.retailerId())
                        .bind("variant", enquiry.variant().map(VariantId::value).orElse(null))
                        .bind("text", texts.seal("text", Values.textOrNull(enquiry.text())))
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

    /** One row. */
    public Optional<Enquiry> find(Handle handle, TenantId tenant, EnquiryId id) {
        return handle.createQuery(ALL + " AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, context) -> map(row))
                .findOne();
    }

    /** A page of rows. */
    public List<Enquiry> list(Handle handle, TenantId tenant, EnquiryQuery query) {
        return new NewestFirst(dialect, ALL)
                .is("contact", query.contact())
                .is("variant_id", query.variant().map(VariantId::value))
                .on(handle, tenant, query.before().value(), query.limit())
                .map((row, context) -> map(row))
                .list();
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

    private ColumnCipher.Row texts(TenantId tenant, EnquiryId id) {
        return cipher.row("wa_enquiry", tenant, id.value());
    }

    private Enquiry map(ResultSet row) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var id = new EnquiryId(row.getLong("id"));
        ColumnCipher.Row texts = texts(tenant, id);
        return new Enquiry(
                tenant,
                id,
                row.getString("enquiry_key"),
                row.getString("sender"),
                Values.text(row, "contact"),
                texts.text(row, "buyer_name"),
                row.getString("meta_catalog"),
                row.getString("retailer_id"),
                Values.id(row, "variant_id").map(VariantId::new),
                texts.text(row, "text"),
                Values.time(row, "sent_at"));
    }
}
