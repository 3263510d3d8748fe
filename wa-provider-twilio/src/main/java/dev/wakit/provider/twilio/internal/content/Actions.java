package dev.wakit.provider.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.twilio.content.ContentAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the buttons of Contents. */
final class Actions {

    /** Where the value of a button stands. */
    private static final Map<ContentAction.Kind, String> VALUE = Map.of(
            ContentAction.Kind.URL, "url",
            ContentAction.Kind.PHONE_NUMBER, "phone",
            ContentAction.Kind.COPY_CODE, "code");

    private Actions() {}

    static List<ContentAction> read(JsonNode actions) {
        var read = new ArrayList<ContentAction>();
        for (JsonNode node : actions) {
            kind(Texts.of(node, "type"))
                    .map(kind -> new ContentAction(
                            kind,
                            Texts.of(node, "title"),
                            VALUE.containsKey(kind) ? Texts.of(node, VALUE.get(kind)) : "",
                            Texts.of(node, "id"),
                            Texts.of(node, "webview_size")))
                    .ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    // A quick reply may come without its type, since it is the only one where it stands.
    private static Optional<ContentAction.Kind> kind(String word) {
        String name = word.isEmpty() ? ContentAction.Kind.QUICK_REPLY.name() : word.toUpperCase(Locale.ROOT);
        return Arrays.stream(ContentAction.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    static void write(List<ContentAction> actions, ObjectNode to) {
        if (actions.isEmpty()) {
            return;
        }
        ArrayNode array = to.putArray("actions");
        for (ContentAction action : actions) {
            ObjectNode node =
                    array.addObject().put("type", action.kind().name()).put("title", action.title());
            if (VALUE.containsKey(action.kind())) {
                node.put(VALUE.get(action.kind()), action.value());
            }
            Texts.put(node, "id", action.id());
            Texts.put(node, "webview_size", action.webviewSize());
        }
    }
}
