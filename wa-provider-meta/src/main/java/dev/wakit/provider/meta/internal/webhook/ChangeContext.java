package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.SenderId;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.Person;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.Optional;

/** What the elements of one change have in common. Not thread-safe. */
final class ChangeContext {

    private static final int MAX_SENDER_LENGTH = 256;

    private final String field;
    private final JsonNode value;
    private final EventSource envelope;
    private final People people;

    /**
     * The context of a change.
     *
     * @param account the id of the entry
     * @param now when it was received
     * @param sentAt when it was sent, as the entry says
     */
    ChangeContext(String field, JsonNode value, String account, Instant now, Optional<Instant> sentAt) {
        this.field = field;
        this.value = value;
        this.people = new People(value.path("contacts"));
        this.envelope = EventSource.builder(field, sentAt.orElse(now))
                .timed(sentAt.isPresent())
                .account(account)
                .sender(sender(value).orElse(null))
                .displayNumber(Fields.digits(Fields.text(value, "metadata", "display_phone_number")))
                .build();
    }

    private static Optional<SenderId> sender(JsonNode value) {
        return Optional.of(Fields.text(value, "metadata", "phone_number_id"))
                .filter(id -> !id.isBlank() && id.length() <= MAX_SENDER_LENGTH)
                .map(SenderId::of);
    }

    String field() {
        return field;
    }

    JsonNode value() {
        return value;
    }

    /** The source of an element, kept as text, with its own time if it has one. */
    EventSource source(JsonNode element) {
        return timed(element).raw(element.toString()).build();
    }

    /** The source of an element that is not kept as text. */
    EventSource sourceWithoutText(JsonNode element) {
        return timed(element).build();
    }

    /** The source of something that could not be read. */
    EventSource sourceOfUnknown(JsonNode part) {
        return envelope.toBuilder().raw(part.toString()).build();
    }

    private EventSource.Builder timed(JsonNode element) {
        EventSource.Builder source = envelope.toBuilder();
        Fields.time(element, "timestamp").ifPresent(time -> source.at(time).timed(true));
        return source;
    }

    /** The person whom these fields of an element name, with what the change's contacts add. */
    Person person(JsonNode element, String waId, String userId, String parentUserId) {
        return people.find(
                Fields.text(element, waId),
                Fields.text(element, userId),
                Fields.text(element, parentUserId),
                Fields.text(element, "identity", "hash"));
    }

    /** Like {@link #person(JsonNode, String, String, String)}, with another field for the hash of the security code. */
    Person person(JsonNode element, String waId, String userId, String parentUserId, String identityHash) {
        return people.find(
                Fields.text(element, waId),
                Fields.text(element, userId),
                Fields.text(element, parentUserId),
                Fields.text(element, identityHash));
    }

    /** The id of a message; empty if it cannot be one. */
    static Optional<MessageId> messageId(JsonNode node, String... path) {
        return Optional.of(Fields.text(node, path))
                .filter(id -> !id.isBlank() && id.codePointCount(0, id.length()) <= MessageId.MAX_LENGTH)
                .map(MessageId::of);
    }
}
