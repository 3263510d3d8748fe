package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.inbound.AccountAlerted;
import dev.wakit.inbound.AccountChanged;
import dev.wakit.inbound.AccountReviewed;
import dev.wakit.inbound.CapabilitiesChanged;
import dev.wakit.inbound.CatalogBatchChanged;
import dev.wakit.inbound.FlowChanged;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessagingLimit;
import dev.wakit.inbound.PaymentConfigurationChanged;
import dev.wakit.inbound.PricingTierChanged;
import java.util.Optional;
import java.util.Set;

/** Reads changes of the business account, whose value is one event. */
final class AccountReader {

    private static final String PRICING_TIER = "VOLUME_BASED_PRICING_TIER_UPDATE";

    private AccountReader() {}

    static Optional<InboundEvent> review(JsonNode value, ChangeContext context) {
        return word(value, "decision").map(decision -> new AccountReviewed(context.source(value), decision));
    }

    static Optional<InboundEvent> alert(JsonNode value, ChangeContext context) {
        JsonNode alert = value.path("alert_info").isObject() ? value.path("alert_info") : value;
        return word(alert, "alert_type")
                .map(type -> new AccountAlerted(
                        context.source(value),
                        Fields.text(value, "entity_type"),
                        Fields.text(value, "entity_id"),
                        Fields.text(alert, "alert_severity"),
                        Fields.text(alert, "alert_status"),
                        type,
                        Fields.text(alert, "alert_description")));
    }

    static Optional<InboundEvent> capabilities(JsonNode value, ChangeContext context) {
        if (!value.has("max_daily_conversations_per_business")
                && !value.has("max_daily_conversation_per_phone")
                && !value.has("max_phone_numbers_per_business")
                && !value.has("max_phone_numbers_per_waba")) {
            return Optional.empty();
        }
        return Optional.of(new CapabilitiesChanged(
                context.source(value),
                new MessagingLimit(Fields.text(value, "max_daily_conversations_per_business")),
                new MessagingLimit(Fields.text(value, "max_daily_conversation_per_phone")),
                Fields.whole(value, "max_phone_numbers_per_business"),
                Fields.whole(value, "max_phone_numbers_per_waba")));
    }

    static Optional<InboundEvent> update(JsonNode value, ChangeContext context) {
        JsonNode tier = value.path("volume_tier_info");
        if (tier.isObject() && Fields.text(value, "event").equals(PRICING_TIER)) {
            var source = context.source(value).toBuilder();
            Fields.time(tier, "tier_update_time").ifPresent(at -> source.at(at).timed(true));
            return Optional.of(new PricingTierChanged(
                    source.build(),
                    Fields.text(tier, "pricing_category"),
                    Fields.text(tier, "tier"),
                    Fields.text(tier, "effective_month"),
                    Fields.text(tier, "region")));
        }
        return word(value, "event")
                .map(event -> new AccountChanged(
                        context.source(value),
                        event,
                        Fields.list(
                                value.path("restriction_info"),
                                restriction -> word(restriction, "restriction_type")
                                        .map(type -> new AccountChanged.Restriction(
                                                type, Fields.timeOrMax(restriction, "expiration")))),
                        Fields.text(value, "violation_info", "violation_type"),
                        Fields.text(value, "ban_info", "waba_ban_state"),
                        Fields.text(value, "ban_info", "waba_ban_date"),
                        Fields.text(value, "disconnection_info", "reason"),
                        Fields.text(value, "disconnection_info", "initiated_by"),
                        Fields.leaves(
                                value,
                                Set.of(
                                        "event",
                                        "restriction_info",
                                        "violation_info",
                                        "ban_info",
                                        "disconnection_info"))));
    }

    static Optional<InboundEvent> flow(JsonNode value, ChangeContext context) {
        return word(value, "event")
                .map(event -> new FlowChanged(
                        context.source(value),
                        Fields.text(value, "flow_id"),
                        event,
                        Fields.text(value, "message"),
                        Fields.text(value, "old_status"),
                        Fields.text(value, "new_status"),
                        Fields.leaves(value, Set.of("event", "flow_id", "message", "old_status", "new_status"))));
    }

    static Optional<InboundEvent> paymentConfiguration(JsonNode value, ChangeContext context) {
        return word(value, "configuration_name")
                .map(name -> new PaymentConfigurationChanged(
                        context.source(value),
                        name,
                        Fields.text(value, "provider_name"),
                        Fields.text(value, "provider_mid"),
                        Fields.text(value, "status"),
                        Fields.timeOrMax(value, "created_timestamp"),
                        Fields.timeOrMax(value, "updated_timestamp")));
    }

    static Optional<InboundEvent> catalogBatch(JsonNode value, ChangeContext context) {
        return word(value, "handle").map(handle -> {
            String status = Fields.text(value, "status");
            return new CatalogBatchChanged(
                    context.source(value), Fields.text(value, "catalog_id"), handle, BatchState.from(status), status);
        });
    }

    private static Optional<String> word(JsonNode value, String field) {
        return Optional.of(Fields.text(value, field)).filter(word -> !word.isBlank());
    }
}
