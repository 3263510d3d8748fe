package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.InvalidMessageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON values whose shape only the sender knows, such as the data of a flow's screen. */
final class OpenValues {

    private OpenValues() {}

    static void write(ObjectNode parent, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            parent.set(name, node(values));
        }
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            var sorted = new TreeMap<String, Object>();
            map.forEach((key, element) -> sorted.put(String.valueOf(key), element));
            sorted.forEach((key, element) -> object.set(key, node(element)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        return value instanceof Number number ? number(number) : nodes.textNode(String.valueOf(value));
    }

    /** Numbers by their value, so that 1 and 1L, or 0.5f and 0.5, are the same text. */
    private static JsonNode number(Number number) {
        try {
            var exact = new BigDecimal(number.toString());
            return exact.scale() <= 0 && exact.precision() - exact.scale() <= 40
                    ? JsonNodeFactory.instance.numberNode(exact.toBigIntegerExact())
                    : JsonNodeFactory.instance.numberNode(exact.stripTrailingZeros());
        } catch (NumberFormatException e) {
            throw new InvalidMessageException("data", "must have numbers that JSON can carry, not " + number + ".");
        }
    }

    static Map<String, Object> read(JsonNode node) {
        var values = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return read(node);
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? number(node) : node.asText();
    }

    /** The narrowest of Integer, Long, BigInteger, Double and BigDecimal that holds the value exactly. */
    private static Number number(JsonNode node) {
        if (node.isIntegralNumber()) {
            if (node.canConvertToInt()) {
                return node.intValue();
            }
            BigInteger whole = node.bigIntegerValue();
            return node.canConvertToLong() ? (Number) node.longValue() : whole;
        }
        BigDecimal exact = node.decimalValue();
        double near = exact.doubleValue();
        return Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0 ? (Number) near : exact;
    }
}
