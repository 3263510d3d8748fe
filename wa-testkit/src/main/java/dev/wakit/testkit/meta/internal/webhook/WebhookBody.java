package dev.wakit.testkit.meta.internal.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts events into Meta's envelope: one change for each phone number and kind of event, or the change that it is. Immutable. */
final class WebhookBody {

    private final Identity identity;

    WebhookBody(Identity identity) {
        this.identity = identity;
    }

    ObjectNode of(List<WebhookEvent> events) {
        ObjectNode root = Json.object().put("object", events.get(0).object());
        ArrayNode entries = root.putArray("entry");
        events.stream().filter(WebhookEvent::isWholeChange).forEach(event -> addChange(entries, event));
        List<WebhookEvent> elements =
                events.stream().filter(event -> !event.isWholeChange()).toList();
        if (elements.isEmpty()) {
            return root;
        }
        ArrayNode changes = entries.addObject().put("id", identity.wabaId()).putArray("changes");
        Map<String, ObjectNode> values = new LinkedHashMap<>();
        for (WebhookEvent event : elements) {
            String key = event.phoneNumberId() + event.section();
            add(values.computeIfAbsent(key, it -> value(changes, event)), event);
        }
        return root;
    }

    private void addChange(ArrayNode entries, WebhookEvent event) {
        String id = event.object().equals("catalog")
                ? event.payload().path("catalog_id").asText()
                : identity.wabaId();
        ObjectNode entry = entries.addObject().put("id", id).put("time", event.time());
        ObjectNode change = entry.putArray("changes").addObject().put("field", event.field());
        change.set("value", event.payload());
    }

    private ObjectNode value(ArrayNode changes, WebhookEvent event) {
        ObjectNode change = changes.addObject();
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        change.put("field", "messages");
        value.putObject("metadata")
                .put("display_phone_number", identity.displayPhoneNumber().replaceAll("[^0-9]", ""))
                .put("phone_number_id", event.phoneNumberId());
        return value;
    }

    private static void add(ObjectNode value, WebhookEvent event) {
        // Notices about a person come without contacts.
        boolean system = event.payload().path("type").asText().equals("system");
        if (event.section().equals(WebhookEvent.MESSAGES) && !system) {
            String number = event.payload().path("from").asText();
            String userId = event.payload().path("from_user_id").asText();
            String from = number.isEmpty() ? userId : number;
            ObjectNode contact = value.withArray("contacts").addObject();
            contact.putObject("profile").put("name", "Customer " + from.substring(Math.max(0, from.length() - 4)));
            contact.put(number.isEmpty() ? "user_id" : "wa_id", from);
        }
        value.withArray(event.section()).add(event.payload());
    }
}
