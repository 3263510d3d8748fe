package dev.wakit.store.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE of many rows of one tenant by their ids, each with values of its own. Not thread-safe.
 *
 * <p>The rows exist and are locked; ids are given once.
 */
public final class RowUpdates {

    private final String table;
    private final String fixed;
    private final List<Column> columns;
    private final List<Long> ids = new ArrayList<>();
    private final List<List<@Nullable Object>> values;

    /** A column and its values' type in SQL, {@code bigint} or {@code text}. */
    public record Column(String name, String type) {}

    /**
     * An update without rows.
     *
     * @param fixed what is set to the same in all rows, as SQL
     * @param columns what each row has a value for
     */
    public RowUpdates(String table, String fixed, Column... columns) {
        this.table = table;
        this.fixed = fixed;
        this.columns = List.of(columns);
        this.values = Stream.<List<@Nullable Object>>generate(ArrayList::new)
                .limit(columns.length)
                .toList();
    }

    /** Adds a row with the values of the columns, in their order: {@link Long} or {@link String}. */
    public void add(long id, @Nullable Object... row) {
        ids.add(id);
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(row[i]);
        }
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** A statement for each row, in one batch: the way of databases that have no arrays. */
    void runInBatch(Handle handle, String tenant) {
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE " + table + " SET " + fixed + set(":") + " WHERE tenant_id = :tenant AND id = :id");
        for (int row = 0; row < ids.size(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                batch.bind(columns.get(i).name(), values.get(i).get(row));
            }
            batch.bind("tenant", tenant).bind("id", ids.get(row)).add();
        }
        batch.execute();
    }

    /** One statement for all rows, whose values come as arrays. */
    void runWithArrays(Handle handle, String tenant) {
        var update = handle.createUpdate("UPDATE " + table + " SET " + fixed + set("item.") + " FROM unnest(:id"
                + columns.stream().map(column -> ", :" + column.name()).collect(Collectors.joining()) + ") AS item(id"
                + columns.stream().map(column -> ", " + column.name()).collect(Collectors.joining()) + ") WHERE "
                + table + ".tenant_id = :tenant AND " + table + ".id = item.id");
        update.bind("tenant", tenant).bind("id", PostgresDialect.list("bigint", ids));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            update.bind(column.name(), PostgresDialect.list(column.type(), values.get(i)));
        }
        update.execute();
    }

    private String set(String from) {
        return columns.stream()
                .map(column -> ", " + column.name() + " = " + from + column.name())
                .collect(Collectors.joining());
    }
}
