package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lengths of texts. Errors tell lengths, never the text, which may be personal. */
final class Limits {

    private static final int MOST_FIELDS = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 2_000;

    private Limits() {}

    static void text(String field, String text, int shortest, int longest) {
        if (text.length() < shortest || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new InvalidOrderException(
                    field,
                    "has " + text.length() + " characters. Use " + shortest + " to " + longest + ", without NUL.");
        }
    }

    static SortedMap<String, String> fields(String field, Map<String, String> fields) {
        if (fields.size() > MOST_FIELDS) {
            throw new InvalidOrderException(field, "has " + fields.size() + " entries. Use at most 50.");
        }
        fields.forEach((name, value) -> {
            text(field, name, 1, LONGEST_NAME);
            text(field, value, 0, LONGEST_VALUE);
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
