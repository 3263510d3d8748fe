package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.PreferenceChanged;
import dev.wakit.provider.meta.internal.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one element of {@code user_preferences}.
 *
 * <p>Only {@code stop} and {@code resume} of marketing messages are read. Others, {@code signup} among them, stay raw: no consent
 * is taken from a word that we do not know.
 */
final class PreferenceReader {

    private static final Map<String, Boolean> MARKETING_WANTED = Map.of("stop", false, "resume", true);

    private PreferenceReader() {}

    static Optional<InboundEvent> read(JsonNode preference, ChangeContext context) {
        Optional<Boolean> wanted = Json.text(preference, "category")
                .filter("marketing_messages"::equals)
                .flatMap(category -> Json.text(preference, "value"))
                .flatMap(value -> Optional.ofNullable(MARKETING_WANTED.get(value)));
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return ChangeContext.person(Json.text(preference, "wa_id"), Json.text(preference, "user_id"))
                .map(person -> PreferenceChanged.of(
                        person,
                        wanted.get(),
                        context.timestamp(preference),
                        context.sender().orElse(null)));
    }
}
