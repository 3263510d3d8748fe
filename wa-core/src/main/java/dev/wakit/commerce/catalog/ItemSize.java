package dev.wakit.commerce.catalog;

import java.util.List;
import java.util.Map;

/** How long a change is as JSON: never less than what is written. */
final class ItemSize {

    /** Method, braces, quotes and commas around the fields of a change. */
    private static final int AROUND_CHANGE = 48;

    /** Quotes, a colon and a comma. */
    private static final int AROUND_FIELD = 6;

    private static final int ESCAPED = 6;

    private ItemSize() {}

    static long of(ItemChange change) {
        return AROUND_CHANGE + json(change.retailerId()) + data(change);
    }

    private static long data(ItemChange change) {
        if (change instanceof ItemChange.Upsert upsert) {
            return fields(upsert.data());
        }
        return change instanceof ItemChange.Update update ? fields(update.data()) : 0;
    }

    private static long fields(ItemData data) {
        return data.values().entrySet().stream().mapToLong(ItemSize::field).sum();
    }

    private static long field(Map.Entry<String, Object> field) {
        long value = field.getValue() instanceof List<?> texts
                ? texts.stream()
                        .mapToLong(text -> AROUND_FIELD + json(text.toString()))
                        .sum()
                : json(field.getValue().toString());
        return AROUND_FIELD + field.getKey().length() + value;
    }

    private static long json(String text) {
        return text.codePoints().map(ItemSize::json).asLongStream().sum();
    }

    private static int json(int codePoint) {
        if (codePoint < 0x20) {
            return ESCAPED;
        }
        if (codePoint < 0x80) {
            return codePoint == '"' || codePoint == '\\' ? 2 : 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
