package dev.wakit.store.jdbc.internal.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Adds rows with PostgreSQL's COPY, which saves the server a statement for each, inside the connection's transaction. The server adds
 * the first rows while the last are written. Not thread-safe.
 *
 * <p>An error is the same as that of an INSERT; then no row of them is there.
 */
final class PostgresCopy {

    private static final int CHUNK = 1 << 15;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(CHUNK + CHUNK / 4);

    private PostgresCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** Whether a connection is one of the driver that knows COPY, or holds one. */
    static boolean isPossible(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }

    static <T> void run(Connection connection, NewRows<T> rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + rows.table() + " (" + String.join(", ", rows.columns()) + ") FROM STDIN");
        try {
            var stream = new PostgresCopy(copy);
            for (T row : rows.rows()) {
                stream.add(rows.values().apply(row));
            }
            stream.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void add(@Nullable Object[] line) throws SQLException {
        for (int i = 0; i < line.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            add(line[i]);
        }
        text.append('\n');
        if (text.length() >= CHUNK) {
            flush();
        }
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String words) {
            escape(words);
        } else {
            text.append(value);
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
