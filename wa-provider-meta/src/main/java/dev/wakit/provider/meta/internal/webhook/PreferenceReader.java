package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MarketingSignedUp;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.PreferenceChanged;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one element of {@code user_preferences}.
 *
 * <p>Only what concerns marketing messages is read. Others stay raw: no consent is taken from a word that we do not know.
 */
final class PreferenceReader {

    private static final Map<String, Boolean> MARKETING_WANTED = Map.of("stop", false, "resume", true);

    private PreferenceReader() {}

    static Optional<InboundEvent> read(JsonNode preference, ChangeContext context) {
        Person person = context.person(preference, "wa_id", "user_id", "parent_user_id");
        if (person.recipient().isEmpty() || !Fields.text(preference, "category").equals("marketing_messages")) {
            return Optional.empty();
        }
        String value = Fields.text(preference, "value");
        String detail = Fields.text(preference, "detail");
        if (value.equals("signup")) {
            return Optional.of(new MarketingSignedUp(
                    context.source(preference), person, Fields.text(preference, "signup_id"), detail));
        }
        return Optional.ofNullable(MARKETING_WANTED.get(value))
                .map(wanted -> PreferenceChanged.of(context.source(preference), person, wanted, detail));
    }
}
