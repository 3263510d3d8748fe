package dev.wakit.catalog.feed;

import java.util.Map;

/**
 * A row of a product file.
 *
 * @param line its line in the file
 * @param values by column; an empty value removes what was there
 */
record FeedRow(long line, Map<String, String> values) {

    String value(String column) {
        return values.getOrDefault(column, "");
    }
}
