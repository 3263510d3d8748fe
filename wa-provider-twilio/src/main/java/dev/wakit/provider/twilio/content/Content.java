package dev.wakit.provider.twilio.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Content as Twilio has it. Immutable.
 *
 * @param sid its SID
 * @param friendlyName the name that Twilio's console shows; empty if it has none
 * @param language its language, such as {@code en} or {@code pt_BR}
 * @param variables an example for each variable
 * @param types its forms
 * @param approval where it stands in WhatsApp's review; empty where that was not asked
 * @since 0.1
 */
public record Content(
        ContentSid sid,
        String friendlyName,
        String language,
        Map<String, String> variables,
        List<ContentType> types,
        Optional<ContentApproval> approval) {

    /** Copies the collections and keeps their order. */
    public Content {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        types = List.copyOf(types);
    }

    /** The same with what is known of its review. */
    public Content with(ContentApproval known) {
        return new Content(sid, friendlyName, language, variables, types, Optional.of(known));
    }
}
