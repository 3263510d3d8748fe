package dev.wakit.store.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE of many rows of one tenant by their ids, each with values of its own; with a fence, only those are changed that are as
 * they are expected to be. Rows are given in the order of their ids, in which they are locked; each id once. Not thread-safe.
 */
public final class RowUpdates {

    private final String table;
    private final String fixed;
    private final @Nullable Fence fence;
    private final List<Column> columns;
    private final List<Long> ids = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<List<@Nullable Object>> values;
    private final Map<String, Object> constants = new LinkedHashMap<>();

    /**
     * Which rows are changed.
     *
     * @param condition SQL over columns of the table and constants, which it names like parameters
     * @param constants their values, {@link Long} or {@link String}
     * @param version the column in which each row must have the number that is expected of it
     */
    public record Fence(String condition, Map<String, Object> constants, String version) {}

    /**
     * A column with a value for each row.
     *
     * @param type of the values in SQL, {@code bigint} or {@code text}
     * @param keeps whether NULL leaves what the row has
     */
    public record Column(String name, String type, boolean keeps) {

        /** A column that takes its value. */
        public static Column of(String name, String type) {
            return new Column(name, type, false);
        }

        /** A column that keeps what it has where its value is NULL. */
        public static Column keeping(String name, String type) {
            return new Column(name, type, true);
        }

        private String set(String table, String value) {
            return name + " = " + (keeps ? "COALESCE(" + value + ", " + table + "." + name + ")" : value);
        }
    }

    /**
     * An update without rows.
     *
     * @param fixed what is set to the same in all rows, as SQL that may name constants
     * @param fence null for rows that the caller has locked and looked at
     * @param columns what each row has a value for
     */
    public RowUpdates(String table, String fixed, @Nullable Fence fence, Column... columns) {
        this.table = table;
        this.fixed = fixed;
        this.fence = fence;
        this.columns = List.of(columns);
        this.values = Stream.<List<@Nullable Object>>generate(ArrayList::new)
                .limit(columns.length)
                .toList();
    }

    /** Gives a constant of what is set to the same in all rows its value, {@link Long} or {@link String}. */
    public RowUpdates with(String constant, Object value) {
        constants.put(constant, value);
        return this;
    }

    /** Adds a row to an update without a fence, with the values of the columns, in their order: {@link Long} or {@link String}. */
    public void add(long id, @Nullable Object... row) {
        addVersion(id, 0, row);
    }

    /** Adds a row that must have this version, with the values of the columns, in their order: {@link Long} or {@link String}. */
    public void addVersion(long id, long version, @Nullable Object... row) {
        ids.add(id);
        versions.add(version);
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(row[i]);
        }
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Locks and compares the rows, then runs a statement for each in one batch. */
    Set<Long> runInBatch(Handle handle, String tenant, Dialect dialect) {
        Set<Integer> rows = matching(handle, tenant, dialect);
        PreparedBatch batch = handle.prepareBatch("UPDATE " + table + " SET " + set(column -> ":" + column.name())
                + " WHERE tenant_id = :tenant AND id = :id");
        for (int row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                batch.bind(columns.get(i).name(), values.get(i).get(row));
            }
            bind(batch, tenant, constants).bind("id", ids.get(row)).add();
        }
        if (!rows.isEmpty()) {
            batch.execute();
        }
        return idsOf(rows);
    }

    /**
     * Locks and compares the rows, then changes them with one statement, which joins a table that is made of JSON: the list comes
     * first, so that each row is looked up by its key.
     */
    Set<Long> runWithJson(Handle handle, String tenant, Dialect dialect) {
        Set<Integer> rows = matching(handle, tenant, dialect);
        List<List<@Nullable Object>> items = rows.stream()
                .map(row -> Stream.concat(Stream.of(ids), values.stream())
                        .<@Nullable Object>map(column -> column.get(row))
                        .collect(Collectors.<@Nullable Object, List<@Nullable Object>>toCollection(ArrayList::new)))
                .toList();
        if (!rows.isEmpty()) {
            bind(handle.createUpdate(joined()), tenant, constants)
                    .bind("rows", Json.write(items))
                    .execute();
        }
        return idsOf(rows);
    }

    private Set<Long> idsOf(Collection<Integer> rows) {
        return rows.stream().map(ids::get).collect(Collectors.toSet());
    }

    /** The places of the rows that are as expected, which are locked then. */
    private Set<Integer> matching(Handle handle, String tenant, Dialect dialect) {
        Map<Long, Long> found = fence == null ? Map.of() : lock(handle, tenant, dialect, fence);
        return IntStream.range(0, ids.size())
                .filter(row -> fence == null || versions.get(row).equals(found.get(ids.get(row))))
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String joined() {
        String items = IntStream.range(0, columns.size())
                .mapToObj(i -> ", %s %s PATH '$[%d]'"
                        .formatted(
                                columns.get(i).name(),
                                columns.get(i).type().equals("text") ? "LONGTEXT" : "BIGINT",
                                i + 1))
                .collect(Collectors.joining());
        return "UPDATE JSON_TABLE(:rows, '$[*]' COLUMNS (id BIGINT PATH '$[0]'" + items + ")) AS item STRAIGHT_JOIN "
                + table + " ON " + table + ".tenant_id = :tenant AND " + table + ".id = item.id SET "
                + Stream.concat(
                                Stream.of(fixed),
                                columns.stream()
                                        .map(column -> table + "." + column.set(table, "item." + column.name())))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private Map<Long, Long> lock(Handle handle, String tenant, Dialect dialect, Fence fence) {
        return bind(
                        handle.createQuery("SELECT id, " + fence.version() + " AS version FROM " + table
                                + " WHERE tenant_id = :tenant AND " + dialect.inNumbers("id", "ids") + " AND "
                                + fence.condition() + " ORDER BY id" + dialect.forUpdate()),
                        tenant,
                        fence.constants())
                .bind("ids", dialect.numbers(ids))
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * One statement for all rows, whose values come as arrays: a row finds its own by the place of its id among the ids.
     *
     * <p>A join with the arrays would do the same, but its plan follows how large the table was when the statement was new: all rows
     * are read again and again, or each is compared with each value. The ids alone are always looked up in the index.
     */
    Set<Long> runWithArrays(Handle handle, String tenant) {
        String place = "[width_bucket(" + table + ".id, given.id)]";
        var given = new ArrayList<>(List.of(array("id", "bigint")));
        String fenced = "";
        if (fence != null) {
            given.add(array("version", "bigint"));
            fenced = " AND " + table + "." + fence.version() + " = given.version" + place + " AND " + fence.condition();
        }
        columns.forEach(column -> given.add(array(column.name(), column.type())));
        var update = handle.createQuery("UPDATE " + table + " SET "
                + set(column -> "given." + column.name() + place)
                + " FROM (SELECT " + String.join(", ", given) + ") AS given WHERE " + table
                + ".tenant_id = :tenant AND "
                + table + ".id = ANY(given.id)" + fenced + " RETURNING " + table + ".id");
        if (fence != null) {
            fence.constants().forEach(update::bind);
            update.bind("version", PostgresDialect.list("bigint", versions));
        }
        bind(update, tenant, constants).bind("id", PostgresDialect.list("bigint", ids));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            update.bind(column.name(), PostgresDialect.list(column.type(), values.get(i)));
        }
        return new HashSet<>(update.map((row, context) -> row.getLong(1)).list());
    }

    private static String array(String name, String type) {
        return "CAST(:%1$s AS %2$s[]) AS %1$s".formatted(name, type);
    }

    private String set(Function<Column, String> value) {
        return Stream.concat(Stream.of(fixed), columns.stream().map(column -> column.set(table, value.apply(column))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, String tenant, Map<String, Object> constants) {
        constants.forEach(statement::bind);
        return statement.bind("tenant", tenant);
    }
}
