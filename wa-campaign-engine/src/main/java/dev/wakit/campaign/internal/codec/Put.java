package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Writes fields of a stored message; what is not set is left out. */
final class Put {

    private Put() {}

    static void text(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }

    /** Anything whose {@code toString} is its ISO form. */
    static void time(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(time -> node.put(name, time.toString()));
    }

    static void constant(ObjectNode node, String name, Optional<? extends Enum<?>> value) {
        value.ifPresent(constant -> node.put(name, Names.of(constant)));
    }

    static void flag(ObjectNode node, String name, boolean value) {
        if (value) {
            node.put(name, true);
        }
    }

    static <T> void object(ObjectNode node, String name, Optional<T> value, BiConsumer<ObjectNode, T> writer) {
        value.ifPresent(present -> writer.accept(node.putObject(name), present));
    }

    static <T> void list(ObjectNode node, String name, List<T> values, BiConsumer<ObjectNode, T> writer) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(value -> writer.accept(array.addObject(), value));
        }
    }

    static void texts(ObjectNode node, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    static void textMap(ObjectNode node, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode object = node.putObject(name);
            new TreeMap<>(values).forEach(object::put);
        }
    }
}
