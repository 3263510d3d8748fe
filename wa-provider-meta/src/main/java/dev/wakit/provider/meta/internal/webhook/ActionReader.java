package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.ConversionDetected;
import dev.wakit.inbound.ErrorReported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.LinkClicked;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what stands beside messages: errors, clicks, and conversions that Meta detected. */
final class ActionReader {

    private ActionReader() {}

    static Optional<InboundEvent> readError(JsonNode error, ChangeContext context) {
        return readError(error, context, true);
    }

    static Optional<InboundEvent> readErrorOfCalls(JsonNode error, ChangeContext context) {
        return readError(error, context, false);
    }

    private static Optional<InboundEvent> readError(JsonNode error, ChangeContext context, boolean ofMessages) {
        return GraphErrors.fromWebhook(error).map(read -> new ErrorReported(context.source(error), read, ofMessages));
    }

    static Optional<InboundEvent> readUserAction(JsonNode action, ChangeContext context) {
        JsonNode click = action.path("marketing_messages_link_click_data");
        if (!click.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new LinkClicked(
                context.source(action),
                Fields.text(action, "action_type"),
                Fields.text(click, "click_component"),
                Fields.text(click, "click_id"),
                Fields.text(click, "product_id"),
                Fields.text(click, "tracking_token")));
    }

    static Optional<InboundEvent> readConversion(JsonNode event, ChangeContext context) {
        String name = Fields.text(event, "event_name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return ChangeContext.messageId(event, "id")
                .map(id -> new ConversionDetected(
                        context.source(event),
                        id,
                        name,
                        Fields.text(event, "ctwa_clid"),
                        Fields.decimal(event, "custom_data", "value").orElse(BigDecimal.ZERO),
                        Fields.text(event, "custom_data", "currency")));
    }
}
