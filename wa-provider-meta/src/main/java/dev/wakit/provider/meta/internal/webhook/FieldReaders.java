package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The table of Meta's webhook fields: which lists their value holds and who reads an element, or who reads the value itself. */
final class FieldReaders {

    /** Keys of a value that are no events of their own. */
    static final Set<String> SHARED = Set.of("messaging_product", "metadata", "contacts");

    private static final Reader HISTORY_FILE = CoexistenceReader::readFile;

    private static final Map<String, Map<String, Reader>> LISTS = Map.ofEntries(
            Map.entry(
                    "messages",
                    Map.of(
                            "statuses", StatusReader::read,
                            "messages", MessageReader::read,
                            "errors", ActionReader::readError,
                            "user_actions", ActionReader::readUserAction)),
            Map.entry("message_echoes", Map.of("message_echoes", MessageReader::readEcho)),
            Map.entry("smb_message_echoes", Map.of("message_echoes", MessageReader::readEcho)),
            Map.entry("history", Map.of("history", CoexistenceReader::readHistory, "messages", HISTORY_FILE)),
            Map.entry("smb_app_state_sync", Map.of("state_sync", CoexistenceReader::readContact)),
            Map.entry("user_preferences", Map.of("user_preferences", PreferenceReader::read)),
            Map.entry("user_id_update", Map.of("user_id_update", PersonChangeReader::readUpdate)),
            Map.entry("automatic_events", Map.of("automatic_events", ActionReader::readConversion)),
            Map.entry(
                    "calls",
                    Map.of(
                            "calls",
                            CallReader::read,
                            "statuses",
                            CallReader::readStatus,
                            "errors",
                            ActionReader::readErrorOfCalls)),
            Map.entry("group_lifecycle_update", Map.of("groups", GroupReader::read)),
            Map.entry("group_participants_update", Map.of("groups", GroupReader::read)),
            Map.entry("group_participant_update", Map.of("groups", GroupReader::read)),
            Map.entry("group_settings_update", Map.of("groups", GroupReader::read)),
            Map.entry("group_status_update", Map.of("groups", GroupReader::read)));

    private static final Map<String, Reader> VALUES = Map.ofEntries(
            Map.entry("message_template_status_update", TemplateNewsReader::read),
            Map.entry("message_template_quality_update", TemplateNewsReader::read),
            Map.entry("message_template_components_update", TemplateNewsReader::read),
            Map.entry("template_category_update", TemplateNewsReader::read),
            Map.entry("phone_number_quality_update", SenderNewsReader::standing),
            Map.entry("phone_number_name_update", SenderNewsReader::name),
            Map.entry("security", SenderNewsReader::security),
            Map.entry("business_username_update", SenderNewsReader::username),
            Map.entry("business_username_updates", SenderNewsReader::username),
            Map.entry("account_update", AccountReader::update),
            Map.entry("account_review_update", AccountReader::review),
            Map.entry("account_alerts", AccountReader::alert),
            Map.entry("business_capability_update", AccountReader::capabilities),
            Map.entry("flows", AccountReader::flow),
            Map.entry("items_batch", AccountReader::catalogBatch),
            Map.entry("payment_configuration_update", AccountReader::paymentConfiguration));

    private FieldReaders() {}

    /** The fields that are read. */
    static Set<String> fields() {
        var fields = new TreeSet<>(LISTS.keySet());
        fields.addAll(VALUES.keySet());
        return fields;
    }

    /** Readers by the list whose elements they read; empty if the field holds no lists. */
    static Map<String, Reader> lists(String field) {
        return LISTS.getOrDefault(field, Map.of());
    }

    /** The reader of the whole value. */
    static Optional<Reader> value(String field) {
        return Optional.ofNullable(VALUES.get(field));
    }

    /** Reads one element, or nothing if it is not what the reader knows. */
    interface Reader {

        Optional<InboundEvent> read(JsonNode element, ChangeContext context);
    }
}
