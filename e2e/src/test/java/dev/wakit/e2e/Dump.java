package dev.wakit.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every value of every table of the engine, as text, and what can be found in it. */
final class Dump {

    private final Map<String, String> tables = new LinkedHashMap<>();

    private Dump() {}

    static Dump of(Database database) {
        var dump = new Dump();
        try (Connection connection = database.connect()) {
            for (String table : names(connection)) {
                dump.tables.put(table, content(connection, table));
            }
        } catch (SQLException e) {
            throw new AssertionError("The tables could not be read", e);
        }
        return dump;
    }

    private static List<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "wa%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String content(Connection connection, String table) throws SQLException {
        var text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    Object value = rows.getObject(column);
                    text.append(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : String.valueOf(value))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /** The tables that hold one of these texts. */
    List<String> holding(Iterable<String> texts) {
        var found = new ArrayList<String>();
        tables.forEach((table, content) -> {
            for (String text : texts) {
                if (content.contains(text)) {
                    found.add(table);
                    break;
                }
            }
        });
        return found;
    }

    /** A number's digits, and what Base64 makes of them wherever they begin. */
    static List<String> traces(String phone) {
        String digits = phone.replace("+", "");
        var traces = new ArrayList<>(List.of(digits));
        for (String before : List.of("", "x", "xx")) {
            String whole = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + digits).getBytes(StandardCharsets.US_ASCII));
            // The first and the last characters may share bits with what is around.
            traces.add(whole.substring(before.isEmpty() ? 0 : before.length() + 1, whole.length() - 1));
        }
        return traces;
    }
}
