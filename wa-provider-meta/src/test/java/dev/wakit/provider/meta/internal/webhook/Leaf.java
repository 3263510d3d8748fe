package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wakit.provider.http.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One single value of a JSON document.
 *
 * @param pointer where it is, as a JSON pointer
 */
record Leaf(String pointer, JsonNode value) {

    /** Every single value of a document but null. */
    static List<Leaf> of(JsonNode document) {
        var leaves = new ArrayList<Leaf>();
        collect("", document, leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, List<Leaf> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(pointer + "/" + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), leaves);
            }
        } else if (!node.isNull()) {
            leaves.add(new Leaf(pointer, node));
        }
    }

    /** The names on the way, without the places in lists. */
    String path() {
        return pointer.replaceAll("/\\d+(?=/|$)", "").substring(1);
    }

    /** The document with another value here, of the same kind: a reader that looks at it cannot but notice. */
    JsonNode changedIn(JsonNode document) {
        JsonNode copy = document.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, other());
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), other());
        }
        return copy;
    }

    private JsonNode other() {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isNumber()) {
            return Json.tree(
                    value.isIntegralNumber()
                            ? value.longValue() + 1
                            : value.decimalValue().add(BigDecimal.ONE));
        }
        String text = value.asText();
        if (text.matches("\\+?\\d+")) {
            char last = text.charAt(text.length() - 1);
            return TextNode.valueOf(text.substring(0, text.length() - 1) + (last == '9' ? '1' : (char) (last + 1)));
        }
        return text.startsWith("{")
                ? TextNode.valueOf(text.replace("}", ",\"more\":1}"))
                : TextNode.valueOf(text + "x");
    }
}
