package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.ContactSynced;
import dev.wakit.inbound.HistoryImported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.Person;
import java.util.List;
import java.util.Optional;

/** Reads what the WhatsApp Business app on the same number hands over: its history and its address book. */
final class CoexistenceReader {

    private CoexistenceReader() {}

    static Optional<InboundEvent> readHistory(JsonNode chunk, ChangeContext context) {
        JsonNode metadata = chunk.path("metadata");
        if (!metadata.isObject() && !chunk.path("errors").isArray()) {
            return Optional.empty();
        }
        return Optional.of(new HistoryImported(
                context.source(chunk),
                Fields.whole(metadata, "phase"),
                Fields.whole(metadata, "chunk_order"),
                Fields.whole(metadata, "progress"),
                Fields.list(chunk.path("threads"), thread -> thread(thread, context)),
                Fields.errors(chunk)));
    }

    private static Optional<HistoryImported.Thread> thread(JsonNode thread, ChangeContext context) {
        Person person = context.person(thread, "id", "user_id", "parent_user_id");
        return Optional.of(new HistoryImported.Thread(
                person, Fields.list(thread.path("messages"), message -> entry(message, context))));
    }

    /** The file of a message of the past, which follows by itself. */
    static Optional<InboundEvent> readFile(JsonNode message, ChangeContext context) {
        return entry(message, context)
                .map(entry -> new HistoryImported(
                        context.source(message),
                        0,
                        0,
                        0,
                        List.of(new HistoryImported.Thread(
                                context.person(message, "from", "from_user_id", "from_parent_user_id"),
                                List.of(entry))),
                        List.of()));
    }

    private static Optional<HistoryImported.Entry> entry(JsonNode message, ChangeContext context) {
        return ChangeContext.messageId(message, "id")
                .map(id -> new HistoryImported.Entry(
                        id,
                        Fields.text(message, "from"),
                        Fields.text(message, "to"),
                        context.sourceWithoutText(message).at(),
                        MessageReader.type(message),
                        ContentReader.read(MessageReader.type(message), message),
                        Fields.text(message, "history_context", "status")));
    }

    static Optional<InboundEvent> readContact(JsonNode element, ChangeContext context) {
        JsonNode contact = element.path("contact");
        String action = Fields.text(element, "action");
        if (action.isEmpty() || !contact.isObject()) {
            return Optional.empty();
        }
        Person person = Person.builder()
                .waId(Fields.text(contact, "phone_number"))
                .userId(People.bsuid(Fields.text(contact, "user_id")).orElse(null))
                .parentUserId(
                        People.bsuid(Fields.text(contact, "parent_user_id")).orElse(null))
                .username(Fields.text(contact, "username"))
                .name(Fields.text(contact, "full_name"))
                .build();
        var source = context.source(element).toBuilder();
        Fields.time(element, "metadata", "timestamp")
                .ifPresent(at -> source.at(at).timed(true));
        return Optional.of(new ContactSynced(source.build(), action, person, Fields.text(contact, "first_name")));
    }
}
