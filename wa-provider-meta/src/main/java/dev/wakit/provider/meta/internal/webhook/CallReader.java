package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.CallChanged;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.Person;
import java.time.Duration;
import java.util.Optional;

/** Reads the elements of {@code calls}, and statuses of calls. */
final class CallReader {

    private static final String BUSINESS_INITIATED = "BUSINESS_INITIATED";

    private CallReader() {}

    static Optional<InboundEvent> read(JsonNode call, ChangeContext context) {
        boolean outgoing = Fields.text(call, "direction").equals(BUSINESS_INITIATED);
        Person person = outgoing
                ? context.person(call, "to", "to_user_id", "to_parent_user_id")
                : context.person(call, "from", "from_user_id", "from_parent_user_id");
        return event(call, "event", Fields.text(call, "status"), person, context);
    }

    static Optional<InboundEvent> readStatus(JsonNode status, ChangeContext context) {
        Person person = context.person(status, "recipient_id", "recipient_user_id", "recipient_parent_user_id");
        return event(status, "status", "", person, context);
    }

    private static Optional<InboundEvent> event(
            JsonNode call, String field, String status, Person person, ChangeContext context) {
        String id = Fields.text(call, "id");
        String event = Fields.text(call, field);
        if (id.isEmpty() || event.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CallChanged(
                context.source(call),
                id,
                person,
                event,
                Fields.text(call, "direction"),
                status,
                Fields.text(call, "session", "sdp_type"),
                Fields.text(call, "session", "sdp"),
                Fields.timeOrMax(call, "start_time"),
                Fields.timeOrMax(call, "end_time"),
                Duration.ofSeconds(Fields.whole(call, "duration")),
                Fields.text(call, "biz_opaque_callback_data"),
                Fields.firstText(call, "cta_payload", "deeplink_payload"),
                Fields.errors(call)));
    }
}
