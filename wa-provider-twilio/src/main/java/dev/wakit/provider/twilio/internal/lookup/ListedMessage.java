package dev.wakit.provider.twilio.internal.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One element of Twilio's list of messages.
 *
 * @param sid its id
 * @param created when Twilio created it, to the second
 * @param from the sender's address; empty while a Messaging Service has not chosen one
 * @param service the Messaging Service; Twilio fills in one of its own where none was used
 * @param outbound whether we sent it
 * @param body its text; empty if it has none
 * @param status Twilio's word
 * @param errorCode why it was not delivered; empty if it does not say
 */
record ListedMessage(
        MessageId sid,
        Instant created,
        String from,
        String service,
        boolean outbound,
        String body,
        String status,
        String errorCode) {

    private static final Set<String> FAILED = Set.of("failed", "undelivered", "canceled");

    /** The message, or empty if it lacks an id or a time. */
    static Optional<ListedMessage> read(JsonNode node) {
        Optional<Instant> created = Json.text(node, "date_created").flatMap(ListedMessage::time);
        return Json.text(node, "sid")
                .filter(sid -> sid.length() <= MessageId.MAX_LENGTH)
                .flatMap(sid -> created.map(at -> new ListedMessage(
                        MessageId.of(sid),
                        at,
                        Json.text(node, "from").orElse(""),
                        Json.text(node, "messaging_service_sid").orElse(""),
                        Json.text(node, "direction").orElse("").startsWith("outbound"),
                        Json.text(node, "body").orElse(""),
                        Json.text(node, "status").orElse("").toLowerCase(Locale.ROOT),
                        Json.text(node, "error_code").orElse(""))));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    LookupAnswer.Found found() {
        Optional<ProviderError> failure = FAILED.contains(status)
                ? Optional.of(TwilioErrors.ofMessage(errorCode.isEmpty() ? status : errorCode, ""))
                : Optional.empty();
        return new LookupAnswer.Found(sid, failure);
    }

    @Override
    public String toString() {
        return "ListedMessage[" + sid + ", " + status + "]";
    }
}
