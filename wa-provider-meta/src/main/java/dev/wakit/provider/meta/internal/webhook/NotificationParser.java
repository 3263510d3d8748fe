package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.meta.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a body into events, so that nothing is lost and nothing is fatal.
 *
 * <p>Every body gives at least one event; whatever cannot be read becomes an {@link UnknownEvent} of the smallest part that
 * holds it.
 */
final class NotificationParser {

    private static final String OBJECT = "whatsapp_business_account";
    private static final long MAX_SECONDS = 100_000_000_000L;

    private final InstantSource clock;

    NotificationParser(InstantSource clock) {
        this.clock = clock;
    }

    List<InboundEvent> parse(byte[] body) {
        Instant now = clock.instant();
        Optional<JsonNode> tree = Json.parse(body);
        if (tree.isEmpty()) {
            return List.of(new UnknownEvent("unreadable", now, new String(body, StandardCharsets.UTF_8)));
        }
        var events = new ArrayList<InboundEvent>();
        if (tree.get().path("object").asText().equals(OBJECT)) {
            for (JsonNode entry : tree.get().path("entry")) {
                readEntry(entry, now, events);
            }
        }
        if (events.isEmpty()) {
            events.add(unknown(Json.text(tree.get(), "object").orElse("unreadable"), now, tree.get()));
        }
        return List.copyOf(events);
    }

    private static void readEntry(JsonNode entry, Instant now, List<InboundEvent> events) {
        JsonNode changes = entry.path("changes");
        if (!changes.isArray() || changes.isEmpty()) {
            events.add(unknown("entry", now, entry));
            return;
        }
        for (JsonNode change : changes) {
            readChange(change, now, entryAt(entry, now), events);
        }
    }

    private static void readChange(JsonNode change, Instant now, Instant entryAt, List<InboundEvent> events) {
        String field = Json.text(change, "field").orElse("change");
        var context = new ChangeContext(change.path("value"), now, entryAt);
        int before = events.size();
        if (field.equals("messages")) {
            readEach(context, "statuses", StatusReader::read, events);
            readEach(context, "messages", MessageReader::read, events);
            readEach(context, "errors", (element, ignored) -> Optional.empty(), events);
        } else if (field.equals("user_preferences")) {
            readEach(context, "user_preferences", PreferenceReader::read, events);
        } else {
            readOne((value, same) -> AccountReader.read(field, value, same), context.value(), context)
                    .ifPresent(events::add);
        }
        if (events.size() == before) {
            events.add(unknown(field, now, change));
        }
    }

    /** Unix seconds; samples hold 0. */
    private static Instant entryAt(JsonNode entry, Instant now) {
        long seconds = entry.path("time").asLong();
        return seconds > 0 && seconds < MAX_SECONDS ? Instant.ofEpochSecond(seconds) : now;
    }

    private static void readEach(ChangeContext context, String array, Reader reader, List<InboundEvent> events) {
        JsonNode elements = context.value().path(array);
        if (elements.isMissingNode() || elements.isNull()) {
            return;
        }
        if (!elements.isArray()) {
            events.add(unknown(array, context.now(), elements));
            return;
        }
        for (JsonNode element : elements) {
            events.add(readOne(reader, element, context).orElseGet(() -> unknown(array, context.now(), element)));
        }
    }

    private static Optional<InboundEvent> readOne(Reader reader, JsonNode element, ChangeContext context) {
        try {
            return reader.read(element, context);
        } catch (WhatsAppException refusedByAValue) {
            return Optional.empty();
        }
    }

    private static UnknownEvent unknown(String name, Instant now, JsonNode part) {
        return new UnknownEvent(name, now, part.toString());
    }

    /** Reads one element, or nothing if it is not what the reader knows. */
    private interface Reader {

        Optional<InboundEvent> read(JsonNode element, ChangeContext context);
    }
}
