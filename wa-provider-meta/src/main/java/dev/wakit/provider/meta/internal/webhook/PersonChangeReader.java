package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.PersonChanged;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads who became whom: system messages, and elements of {@code user_id_update}. */
final class PersonChangeReader {

    private static final Map<String, PersonChanged.Kind> KINDS = Map.of(
            "user_changed_number", PersonChanged.Kind.PHONE_NUMBER,
            "customer_changed_number", PersonChanged.Kind.PHONE_NUMBER,
            "user_changed_user_id", PersonChanged.Kind.USER_ID,
            "customer_identity_changed", PersonChanged.Kind.IDENTITY,
            "user_identity_changed", PersonChanged.Kind.IDENTITY);

    private PersonChangeReader() {}

    /** A message of the type {@code system}: its sender fields hold the old names, its body the new ones. */
    static Optional<InboundEvent> readNotice(JsonNode message, ChangeContext context) {
        JsonNode system = message.path("system");
        if (!system.isObject()) {
            return Optional.empty();
        }
        String word = Fields.text(system, "type");
        Person before = context.person(message, "from", "from_user_id", "from_parent_user_id", "from_identity_hash");
        Person after = Person.builder()
                .waId(Fields.firstText(system, "wa_id", "new_wa_id", "customer"))
                .userId(People.bsuid(Fields.text(system, "user_id")).orElse(null))
                .parentUserId(
                        People.bsuid(Fields.text(system, "parent_user_id")).orElse(null))
                .identityHash(identity(message, system))
                .build();
        return Optional.of(new PersonChanged(
                context.source(message),
                KINDS.getOrDefault(word, PersonChanged.Kind.UNKNOWN),
                word,
                before,
                after,
                Fields.text(message, "id"),
                Fields.text(system, "body"),
                Fields.timeOrMax(message, "identity", "created_timestamp"),
                Fields.flag(message, "identity", "acknowledged")));
    }

    private static String identity(JsonNode message, JsonNode system) {
        String hash = Fields.text(message, "identity", "hash");
        return hash.isEmpty() ? Fields.text(system, "identity") : hash;
    }

    static Optional<InboundEvent> readUpdate(JsonNode update, ChangeContext context) {
        Person before = named(update, "previous");
        Person after = named(update, "current");
        if (before.recipient().isEmpty() && after.recipient().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PersonChanged(
                context.source(update),
                PersonChanged.Kind.USER_ID,
                context.field(),
                before,
                after,
                "",
                Fields.text(update, "detail"),
                Instant.MAX,
                false));
    }

    private static Person named(JsonNode update, String which) {
        return Person.builder()
                .waId(Fields.text(update, "wa_id"))
                .userId(People.bsuid(Fields.text(update, "user_id", which)).orElse(null))
                .parentUserId(People.bsuid(Fields.text(update, "parent_user_id", which))
                        .orElse(null))
                .build();
    }
}
