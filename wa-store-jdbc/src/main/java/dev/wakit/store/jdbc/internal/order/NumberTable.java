package dev.wakit.store.jdbc.internal.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.NumberSeries;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Owner of {@code wa_number_series}. Thread-safe. */
public final class NumberTable {

    private static final String ONE = " WHERE tenant_id = :tenant AND name = :name";

    private final Dialect dialect;

    /** For a database. */
    public NumberTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The next number of a series, which nobody else gets before this transaction ends. */
    public String next(Handle handle, TenantId tenant, NumberSeries series) {
        if (!advance(handle, tenant, series)) {
            one(
                            tenant,
                            series,
                            handle.createUpdate(dialect.insertNew(
                                    "wa_number_series (tenant_id, name, last_number) VALUES (:tenant, :name, 0)",
                                    "tenant_id, name")))
                    .execute();
            advance(handle, tenant, series);
        }
        return series.number(one(tenant, series, handle.createQuery("SELECT last_number FROM wa_number_series" + ONE))
                .mapTo(Long.class)
                .one());
    }

    private static boolean advance(Handle handle, TenantId tenant, NumberSeries series) {
        return one(
                                tenant,
                                series,
                                handle.createUpdate("UPDATE wa_number_series SET last_number = last_number + 1" + ONE))
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S one(TenantId tenant, NumberSeries series, S statement) {
        return statement.bind("tenant", tenant.value()).bind("name", series.name());
    }
}
