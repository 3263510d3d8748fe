package dev.wakit.store.jdbc.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of one row, read from left to right: to find one by its name takes as long as to read it. Not thread-safe. */
public final class Cells {

    private final ResultSet row;
    private int column;

    /** At the first column. */
    public Cells(ResultSet row) {
        this.row = row;
    }

    /** The next column as a text. */
    public String text() throws SQLException {
        return row.getString(++column);
    }

    /** The next column as a text that may be absent. */
    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    /** The next column as a number; 0 if it is absent. */
    public long number() throws SQLException {
        return row.getLong(++column);
    }

    /** The next column as a small number; 0 if it is absent. */
    public int count() throws SQLException {
        return row.getInt(++column);
    }

    /** The next column as a time; the epoch if it is absent. */
    public Instant time() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    /** The next column as a time that may be absent. */
    public @Nullable Instant timeOrNull() throws SQLException {
        long millis = number();
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
