package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wakit.address.Bsuid;
import dev.wakit.inbound.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The contacts of a change by their ids, and people made of them. Not thread-safe. */
final class People {

    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private final Map<String, JsonNode> contacts = new HashMap<>();

    People(JsonNode list) {
        if (list.isArray()) {
            for (JsonNode contact : list) {
                index(contact, "wa_id");
                index(contact, "user_id");
                index(contact, "parent_user_id");
            }
        }
    }

    private void index(JsonNode contact, String field) {
        String id = Fields.text(contact, field);
        if (!id.isEmpty()) {
            contacts.putIfAbsent(id, contact);
        }
    }

    /** The person of these ids, each of which may be empty. */
    Person find(String waId, String userId, String parentUserId, String identityHash) {
        JsonNode contact = contact(waId, userId, parentUserId);
        return Person.builder()
                .waId(orElse(waId, contact, "wa_id"))
                .userId(bsuid(orElse(userId, contact, "user_id")).orElse(null))
                .parentUserId(
                        bsuid(orElse(parentUserId, contact, "parent_user_id")).orElse(null))
                .name(Fields.text(contact, "profile", "name"))
                .username(Fields.text(contact, "profile", "username"))
                .identityHash(orElse(identityHash, contact, "identity_key_hash"))
                .build();
    }

    private JsonNode contact(String... ids) {
        for (String id : ids) {
            JsonNode contact = id.isEmpty() ? null : contacts.get(id);
            if (contact != null) {
                return contact;
            }
        }
        return MissingNode.getInstance();
    }

    private static String orElse(String id, JsonNode contact, String field) {
        return id.isEmpty() ? Fields.text(contact, field) : id;
    }

    static Optional<Bsuid> bsuid(String id) {
        return Optional.of(id).filter(text -> BSUID.matcher(text).matches()).map(Bsuid::of);
    }
}
