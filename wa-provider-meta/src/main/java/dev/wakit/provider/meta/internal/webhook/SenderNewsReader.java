package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessagingLimit;
import dev.wakit.inbound.SenderNameReviewed;
import dev.wakit.inbound.SenderSecurityChanged;
import dev.wakit.inbound.SenderStandingChanged;
import dev.wakit.inbound.SenderUsernameChanged;
import java.util.Optional;

/** Reads changes of a business number, which Meta names by how it is displayed. */
final class SenderNewsReader {

    private SenderNewsReader() {}

    static Optional<InboundEvent> standing(JsonNode value, ChangeContext context) {
        return number(value)
                .flatMap(number -> word(value, "event")
                        .map(event -> new SenderStandingChanged(
                                context.source(value),
                                number,
                                SenderStandingChanged.Change.from(event),
                                new MessagingLimit(Fields.text(value, "old_limit")),
                                new MessagingLimit(Fields.text(value, "current_limit")),
                                new MessagingLimit(Fields.text(value, "max_daily_conversations_per_business")))));
    }

    static Optional<InboundEvent> name(JsonNode value, ChangeContext context) {
        return number(value)
                .flatMap(number -> word(value, "decision")
                        .map(decision -> new SenderNameReviewed(
                                context.source(value),
                                number,
                                decision,
                                Fields.text(value, "requested_verified_name"),
                                Fields.text(value, "rejection_reason"))));
    }

    static Optional<InboundEvent> security(JsonNode value, ChangeContext context) {
        return number(value)
                .flatMap(number -> word(value, "event")
                        .map(event -> new SenderSecurityChanged(
                                context.source(value), number, event, Fields.text(value, "requester"))));
    }

    static Optional<InboundEvent> username(JsonNode value, ChangeContext context) {
        return number(value)
                .flatMap(number -> word(value, "status")
                        .map(status -> new SenderUsernameChanged(
                                context.source(value), number, Fields.text(value, "username"), status)));
    }

    private static Optional<String> number(JsonNode value) {
        return Optional.of(Fields.digits(Fields.text(value, "display_phone_number")))
                .filter(number -> !number.isEmpty() && number.length() <= 20);
    }

    private static Optional<String> word(JsonNode value, String field) {
        return Optional.of(Fields.text(value, field)).filter(word -> !word.isBlank());
    }
}
