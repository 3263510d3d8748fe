package dev.wakit.internal;

import dev.wakit.InvalidMessageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep immutable copies of values that have a JSON form: strings, numbers, booleans, lists and maps; not API. */
public final class JsonValues {
    private JsonValues() {}

    /** Copies a JSON object, keeping its order. */
    public static Map<String, Object> copy(String field, Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, copyValue(field + "." + name, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyValue(String field, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copyValue(field + "[]", element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(String.valueOf(name), element));
            return copy(field, copy);
        }
        throw new InvalidMessageException(
                field, "must be a string, number, boolean, list or map, because it is sent as JSON. Convert it first.");
    }
}
