package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits a body into events, so that nothing is lost and nothing is fatal.
 *
 * <p>Every body gives at least one event; whatever cannot be read becomes an {@link UnknownEvent} of the smallest part that
 * holds it.
 */
public final class NotificationParser {

    private static final String ACCOUNT = "whatsapp_business_account";

    /** Catalogs have webhooks of their own, which an app may have posted to the same address. */
    private static final String CATALOG = "catalog";

    private final InstantSource clock;

    /** A parser, with the clock for events without a time. */
    public NotificationParser(InstantSource clock) {
        this.clock = clock;
    }

    /** The events of a body. */
    public List<InboundEvent> parse(byte[] body) {
        Instant now = clock.instant();
        Optional<JsonNode> tree = Json.parse(body);
        if (tree.isEmpty()) {
            return List.of(unknown("unreadable", now, new String(body, StandardCharsets.UTF_8)));
        }
        var events = new ArrayList<InboundEvent>();
        String object = tree.get().path("object").asText();
        if (object.equals(ACCOUNT) || object.equals(CATALOG)) {
            for (JsonNode entry : tree.get().path("entry")) {
                // The id of another object's entry is not an account's.
                readEntry(entry, object.equals(ACCOUNT) ? Fields.text(entry, "id") : "", now, events);
            }
        }
        if (events.isEmpty()) {
            events.add(unknown(
                    Json.text(tree.get(), "object").orElse("unreadable"),
                    now,
                    tree.get().toString()));
        }
        return List.copyOf(events);
    }

    private static void readEntry(JsonNode entry, String account, Instant now, List<InboundEvent> events) {
        JsonNode changes = entry.path("changes");
        if (!changes.isArray() || changes.isEmpty()) {
            events.add(unknown("entry", now, entry.toString()));
            return;
        }
        for (JsonNode change : changes) {
            readChange(change, entry, account, now, events);
        }
    }

    private static void readChange(
            JsonNode change, JsonNode entry, String account, Instant now, List<InboundEvent> events) {
        String field = Json.text(change, "field").orElse("change");
        var context = new ChangeContext(field, change.path("value"), account, now, Fields.time(entry, "time"));
        int before = events.size();
        Map<String, FieldReaders.Reader> lists = FieldReaders.lists(field);
        if (!lists.isEmpty()) {
            readLists(context, lists, events);
        } else {
            FieldReaders.value(field)
                    .flatMap(reader -> readOne(reader, context.value(), context))
                    .ifPresent(events::add);
        }
        if (events.size() == before) {
            events.add(new UnknownEvent(context.sourceOfUnknown(change), field));
        }
    }

    /** Statuses first, since an answer is attributed to what it answers; lists that nobody knows are kept as they are. */
    private static void readLists(
            ChangeContext context, Map<String, FieldReaders.Reader> lists, List<InboundEvent> events) {
        if (lists.containsKey("statuses")) {
            readEach(context, "statuses", lists.get("statuses"), events);
        }
        context.value().properties().forEach(part -> {
            FieldReaders.Reader reader = lists.get(part.getKey());
            if (reader != null && !part.getKey().equals("statuses")) {
                readEach(context, part.getKey(), reader, events);
            } else if (reader == null
                    && part.getValue().isContainerNode()
                    && !FieldReaders.SHARED.contains(part.getKey())) {
                events.add(new UnknownEvent(context.sourceOfUnknown(part.getValue()), part.getKey()));
            }
        });
    }

    private static void readEach(
            ChangeContext context, String list, FieldReaders.Reader reader, List<InboundEvent> events) {
        JsonNode elements = context.value().path(list);
        if (elements.isMissingNode() || elements.isNull()) {
            return;
        }
        if (!elements.isArray()) {
            events.add(new UnknownEvent(context.sourceOfUnknown(elements), list));
            return;
        }
        for (JsonNode element : elements) {
            events.add(readOne(reader, element, context)
                    .orElseGet(() -> new UnknownEvent(context.sourceOfUnknown(element), list)));
        }
    }

    private static Optional<InboundEvent> readOne(FieldReaders.Reader reader, JsonNode element, ChangeContext context) {
        try {
            return reader.read(element, context);
        } catch (WhatsAppException refusedByAValue) {
            return Optional.empty();
        }
    }

    private static UnknownEvent unknown(String name, Instant now, String raw) {
        return new UnknownEvent(EventSource.builder(name, now).raw(raw).build(), name);
    }
}
