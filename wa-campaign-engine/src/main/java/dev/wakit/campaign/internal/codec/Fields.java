package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fields of one object of a stored message. What is missing or of another type is named, never quoted. */
final class Fields {

    private final String path;
    private final JsonNode node;

    Fields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new UnreadableMessageException("The stored message is damaged: " + path + " is no object.");
        }
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw damaged(name, "a text");
        }
        return value.asText();
    }

    Optional<String> optionalText(String name) {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    void ifText(String name, Consumer<String> use) {
        optionalText(name).ifPresent(use);
    }

    /** False when it is not there. */
    boolean flag(String name) {
        return node.path(name).asBoolean();
    }

    void ifFlag(String name, Consumer<Boolean> use) {
        if (node.has(name)) {
            use.accept(flag(name));
        }
    }

    int integer(String name) {
        JsonNode value = node.path(name);
        if (!value.canConvertToInt()) {
            throw damaged(name, "a whole number");
        }
        return value.intValue();
    }

    long number(String name) {
        JsonNode value = node.path(name);
        if (!value.canConvertToLong()) {
            throw damaged(name, "a whole number");
        }
        return value.longValue();
    }

    double decimal(String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw damaged(name, "a number");
        }
        return value.doubleValue();
    }

    /** A constant of an enum; one that this version does not know has its own error. */
    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String value = text(name);
        for (E constant : type.getEnumConstants()) {
            if (Names.of(constant).equals(value)) {
                return constant;
            }
        }
        throw unknown(name, value);
    }

    <E extends Enum<E>> void ifConstant(String name, Class<E> type, Consumer<E> use) {
        if (node.has(name)) {
            use.accept(constant(name, type));
        }
    }

    void ifInstant(String name, Consumer<Instant> use) {
        ifText(name, text -> use.accept(time(name, text, Instant::parse)));
    }

    void ifDate(String name, Consumer<LocalDate> use) {
        ifText(name, text -> use.accept(time(name, text, LocalDate::parse)));
    }

    Duration duration(String name) {
        return time(name, text(name), Duration::parse);
    }

    private <T> T time(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw damaged(name, "a time");
        }
    }

    Fields object(String name) {
        return new Fields(path + "." + name, node.path(name));
    }

    void ifObject(String name, Consumer<Fields> use) {
        if (node.has(name)) {
            use.accept(object(name));
        }
    }

    /** Empty when it is not there. */
    <T> List<T> list(String name, Function<Fields, T> reader) {
        var values = new ArrayList<T>();
        node.path(name).forEach(value -> values.add(reader.apply(new Fields(path + "." + name, value))));
        return values;
    }

    /** Empty when it is not there. */
    List<String> texts(String name) {
        var values = new ArrayList<String>();
        node.path(name).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** Empty when it is not there. */
    Map<String, String> textMap(String name) {
        var values = new LinkedHashMap<String, String>();
        node.path(name)
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    /** Empty when it is not there. */
    Map<String, Object> values(String name) {
        return node.has(name) ? OpenValues.read(node.path(name)) : Map.of();
    }

    /** The error for a word that this version has no meaning for. */
    UnreadableMessageException unknown(String name, String value) {
        String shown = value.matches("[a-z0-9_]{1,40}") ? "'" + value + "'" : "no known word";
        return new UnreadableMessageException("The stored message has in " + path + "." + name + " " + shown
                + ", which this version of the library does not know. A newer version wrote it, or it is damaged.");
    }

    private UnreadableMessageException damaged(String name, String wanted) {
        return new UnreadableMessageException(
                String.format(Locale.ROOT, "The stored message is damaged: %s.%s is not %s.", path, name, wanted));
    }
}
