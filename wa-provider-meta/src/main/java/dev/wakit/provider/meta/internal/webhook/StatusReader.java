package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.Recipient;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one element of {@code statuses}. */
final class StatusReader {

    private static final Map<String, MessageStatus> STATUSES = Map.of(
            "sent", MessageStatus.SENT,
            "delivered", MessageStatus.DELIVERED,
            "read", MessageStatus.READ,
            "played", MessageStatus.PLAYED,
            "failed", MessageStatus.FAILED);

    private StatusReader() {}

    static Optional<InboundEvent> read(JsonNode status, ChangeContext context) {
        Optional<String> id = Json.text(status, "id");
        Optional<MessageStatus> reached =
                Json.text(status, "status").flatMap(word -> Optional.ofNullable(STATUSES.get(word)));
        if (id.isEmpty() || reached.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(StatusChanged.builder(MessageId.of(id.get()), reached.get(), context.timestamp(status))
                .sender(context.sender().orElse(null))
                .recipient(recipient(status).orElse(null))
                .callbackData(Json.text(status, "biz_opaque_callback_data").orElse(null))
                .errors(errors(status))
                .build());
    }

    private static Optional<Recipient> recipient(JsonNode status) {
        if (Json.text(status, "recipient_type").filter("group"::equals).isPresent()) {
            // In a group recipient_id names the group, and its digits must not be taken for a phone number.
            return ChangeContext.person(
                    Json.text(status, "recipient_participant_id"), Json.text(status, "recipient_participant_user_id"));
        }
        return ChangeContext.person(Json.text(status, "recipient_id"), Json.text(status, "recipient_user_id"));
    }

    private static List<ProviderError> errors(JsonNode status) {
        var errors = new ArrayList<ProviderError>();
        for (JsonNode error : status.path("errors")) {
            GraphErrors.fromWebhook(error).ifPresent(errors::add);
        }
        return errors;
    }
}
