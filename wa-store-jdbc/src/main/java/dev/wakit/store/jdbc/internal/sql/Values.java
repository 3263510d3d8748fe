package dev.wakit.store.jdbc.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: times as epoch milliseconds, absent ones as NULL. */
public final class Values {

    /** The longest text that is part of a key: what fits into the keys of every database. */
    public static final int LONGEST_KEY = 640;

    private Values() {}

    /**
     * A text that is part of a key.
     *
     * @throws IllegalArgumentException if it is longer than {@value #LONGEST_KEY} characters
     */
    public static String key(String text) {
        if (text.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "A key has " + text.length() + " characters. Use at most " + LONGEST_KEY + ".");
        }
        return text;
    }

    /** A time, absent when it is the epoch. */
    public static @Nullable Long millisOrNull(Instant time) {
        return time.equals(Instant.EPOCH) ? null : time.toEpochMilli();
    }

    /** A time that may be absent. */
    public static @Nullable Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }

    /** A text, absent when it is empty. PostgreSQL refuses the NUL character in texts, so it is left out. */
    public static @Nullable String textOrNull(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    /** A text of a column, empty when it is absent. */
    public static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** A number that may be absent. */
    public static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }

    /** A time of a column, the epoch when it is absent. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /** A time of a column that may be absent. */
    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
