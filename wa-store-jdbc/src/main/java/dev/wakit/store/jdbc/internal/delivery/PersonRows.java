package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the rows of {@code wa_delivery} that go to a person under any of their names. Thread-safe. */
public final class PersonRows {

    private static final String USER = "bsuid:";
    private static final List<String> COLUMNS = List.of("recipient_key", "bsuid");

    private final Dialect dialect;

    /** For a database. */
    public PersonRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The queries of {@link #find}, for the test of their plans. */
    public List<String> queries() {
        return COLUMNS.stream()
                .map(column -> "SELECT id FROM wa_delivery" + where(column)
                        + " AND (state = 'SENDING') = :sending ORDER BY +id LIMIT :limit")
                .toList();
    }

    private String where(String column) {
        return " WHERE tenant_id = :tenant AND " + column + " IS NOT NULL AND " + dialect.inTexts(column, "keys");
    }

    /** Rows that are SENDING, or all others; locks nothing. */
    Set<DeliveryId> find(Handle handle, TenantId tenant, Collection<String> keys, boolean sending, int limit) {
        var found = new LinkedHashSet<DeliveryId>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            List<String> values = values(COLUMNS.get(i), keys);
            if (!values.isEmpty() && found.size() < limit) {
                bind(handle.createQuery(queries().get(i)), tenant, values)
                        .bind("sending", sending)
                        .bind("limit", limit - found.size())
                        .map((row, context) -> new DeliveryId(row.getLong("id")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Every key in rows that go to people with these keys. */
    public Set<String> names(Handle handle, TenantId tenant, Collection<String> keys) {
        var names = new LinkedHashSet<>(keys);
        for (String column : COLUMNS) {
            List<String> values = values(column, keys);
            if (!values.isEmpty()) {
                bind(
                                handle.createQuery("SELECT DISTINCT phone, bsuid FROM wa_delivery" + where(column)),
                                tenant,
                                values)
                        .map((row, context) -> keys(row.getString("phone"), row.getString("bsuid")))
                        .forEach(names::addAll);
            }
        }
        return names;
    }

    private static Set<String> keys(
            @org.jspecify.annotations.Nullable String phone, @org.jspecify.annotations.Nullable String bsuid) {
        var keys = new LinkedHashSet<String>();
        if (phone != null) {
            keys.add(Recipient.of(PhoneNumber.stored(phone)).key());
        }
        if (bsuid != null) {
            keys.add(Recipient.of(Bsuid.of(bsuid)).key());
        }
        return keys;
    }

    private static List<String> values(String column, Collection<String> keys) {
        return column.equals("recipient_key")
                ? List.copyOf(keys)
                : keys.stream()
                        .filter(key -> key.startsWith(USER))
                        .map(key -> key.substring(USER.length()))
                        .toList();
    }

    private Query bind(Query query, TenantId tenant, List<String> values) {
        return query.bind("tenant", tenant.value()).bind("keys", dialect.texts(values));
    }
}
