package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaLink;
import dev.wakit.media.MediaSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Fields that several encoders write. */
final class Fields {

    private Fields() {}

    /** A string that may be absent. */
    static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }

    /** An array of objects; none if there are no values. */
    static <T> void putEach(ObjectNode node, String name, List<T> values, BiConsumer<ObjectNode, T> fill) {
        if (values.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray(name);
        values.forEach(value -> fill.accept(array.addObject(), value));
    }

    /** Either {@code id} or {@code link}. */
    static ObjectNode putSource(ObjectNode node, MediaSource source) {
        if (source instanceof MediaId id) {
            return node.put("id", id.value());
        }
        return node.put("link", ((MediaLink) source).url().toString());
    }

    /** A point on the map. */
    static void putLocation(ObjectNode node, GeoLocation location) {
        node.put("latitude", degrees(location.latitude()));
        node.put("longitude", degrees(location.longitude()));
        put(node, "name", location.name());
        put(node, "address", location.address());
    }

    // Meta's own description has texts here; its servers take numbers too.
    private static String degrees(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
