package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.store.EnquiryStore;
import dev.wakit.store.jdbc.internal.intake.EnquiryTable;
import dev.wakit.store.jdbc.internal.product.VariantCounterTable;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Messages of customers about products, over JDBC. Thread-safe. */
public final class JdbcEnquiryStore implements EnquiryStore {

    private final Database database;
    private final EnquiryTable enquiries;
    private final VariantCounterTable counters;

    /** Over a database. */
    public JdbcEnquiryStore(Database database, VariantCounterTable counters, ColumnCipher cipher) {
        this.database = database;
        this.enquiries = new EnquiryTable(database.dialect(), cipher);
        this.counters = counters;
    }

    @Override
    public Enquiry insert(Enquiry enquiry) {
        boolean isNew = database.write("keep an enquiry", handle -> insert(handle, enquiry));
        return isNew ? enquiry : byKey(enquiry);
    }

    private boolean insert(Handle handle, Enquiry enquiry) {
        boolean isNew = enquiries.insert(handle, enquiry);
        if (isNew) {
            enquiry.variant()
                    .ifPresent(variant ->
                            counters.add(handle, enquiry.tenant(), ProductCounter.ENQUIRED, Map.of(variant, 1L)));
        }
        return isNew;
    }

    private Enquiry byKey(Enquiry enquiry) {
        return database.read(
                        "find an enquiry by its key",
                        handle -> enquiries.findByKey(handle, enquiry.tenant(), enquiry.key()))
                .orElseThrow(() ->
                        new IllegalStateException("An enquiry with the id " + enquiry.id() + " is there already."));
    }

    @Override
    public Optional<Enquiry> find(TenantId tenant, EnquiryId id) {
        return database.read("find an enquiry", handle -> enquiries.find(handle, tenant, id));
    }

    @Override
    public List<Enquiry> list(TenantId tenant, EnquiryQuery query) {
        return database.read("list enquiries", handle -> enquiries.list(handle, tenant, query));
    }

    @Override
    public int erase(TenantId tenant, String contact) {
        return database.write("erase a person from enquiries", handle -> enquiries.erase(handle, tenant, contact));
    }
}
