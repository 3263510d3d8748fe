package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.GroupChanged;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.Person;
import java.util.List;
import java.util.Optional;

/** Reads one element of {@code groups}. */
final class GroupReader {

    private GroupReader() {}

    static Optional<InboundEvent> read(JsonNode group, ChangeContext context) {
        String id = Fields.text(group, "group_id");
        String type = Fields.text(group, "type");
        if (type.isEmpty() || (id.isEmpty() && Fields.text(group, "request_id").isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new GroupChanged(
                context.source(group),
                id,
                type,
                Fields.text(group, "request_id"),
                Fields.text(group, "subject"),
                Fields.text(group, "description"),
                Fields.text(group, "invite_link"),
                Fields.text(group, "join_approval_mode"),
                people(group.path("added_participants"), context),
                people(group.path("removed_participants"), context),
                Fields.text(group, "profile_picture", "mime_type"),
                Fields.text(group, "profile_picture", "sha256"),
                Fields.errors(group)));
    }

    /** A participant is named by what was asked for and, if WhatsApp knows the person, by the id. */
    private static List<Person> people(JsonNode list, ChangeContext context) {
        return Fields.list(
                list,
                one -> Optional.of(context.person(
                        one, one.has("wa_id") ? "wa_id" : "input", "user_id", "parent_user_id", "identity_key_hash")));
    }
}
