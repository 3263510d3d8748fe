package dev.wakit.store.jdbc.internal.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.wakit.campaign.store.StoreException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are kept as JSON texts. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader TEXTS = MAPPER.readerFor(new TypeReference<Map<String, String>>() {});
    private static final ObjectReader ITEMS = MAPPER.readerFor(new TypeReference<List<String>>() {});

    private Json() {}

    /** The JSON text of a value. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A " + value.getClass() + " cannot be written as JSON.", impossible);
        }
    }

    /** The JSON text of a map, absent when it is empty. */
    public static @Nullable String writeOrNull(Map<String, String> texts) {
        return texts.isEmpty() ? null : write(texts);
    }

    /** The JSON text of a list, absent when it is empty. */
    public static @Nullable String writeOrNull(List<String> texts) {
        return texts.isEmpty() ? null : write(texts);
    }

    /** The map of a JSON text. */
    public static Map<String, String> readTexts(@Nullable String json) {
        return json == null ? Map.of() : read(json, TEXTS);
    }

    /** The list of a JSON text. */
    public static List<String> readItems(@Nullable String json) {
        return json == null ? List.of() : read(json, ITEMS);
    }

    private static <T> T read(String json, ObjectReader reader) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException unreadable) {
            // The cause is left out: its message repeats the text, which is personal data.
            throw new StoreException("A JSON column cannot be read. Was the row changed by hand?");
        }
    }
}
