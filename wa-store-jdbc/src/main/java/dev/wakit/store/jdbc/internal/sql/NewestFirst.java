package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A page of one tenant's rows, the newest first. A condition that asks for nothing is left out. Not thread-safe. */
public final class NewestFirst {

    private final Dialect dialect;
    private final StringBuilder sql;
    private final List<Consumer<Query>> values = new ArrayList<>();

    /** Of what a query selects that ends with its condition on the tenant. */
    public NewestFirst(Dialect dialect, String ofTenant) {
        this.dialect = dialect;
        this.sql = new StringBuilder(ofTenant).append(" AND id < :before");
    }

    /** Only with one of these values; with any when there are none. */
    public NewestFirst oneOf(String column, Collection<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            sql.append(" AND ").append(dialect.oneOf(column, column));
            List<String> names = wanted.stream().<String>map(Enum::name).toList();
            values.add(page -> page.bind(column, dialect.texts(names)));
        }
        return this;
    }

    /** Only with this text; with any when it is empty. */
    public NewestFirst is(String column, String wanted) {
        return is(column, wanted.isEmpty() ? Optional.empty() : Optional.of(wanted));
    }

    /** Only with this value; with any when there is none. */
    public NewestFirst is(String column, Optional<?> wanted) {
        wanted.ifPresent(value -> {
            sql.append(" AND ").append(column).append(" = :").append(column);
            values.add(page -> page.bind(column, value));
        });
        return this;
    }

    /** The query, for rows with a lower id than the last one of the page before. */
    public Query on(Handle handle, TenantId tenant, long before, int limit) {
        Query page = handle.createQuery(sql + " ORDER BY id DESC LIMIT :limit")
                .bind("tenant", tenant.value())
                .bind("before", before)
                .bind("limit", limit);
        values.forEach(value -> value.accept(page));
        return page;
    }
}
