package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.commerce.Amount;
import dev.wakit.inbound.Conversation;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.PaymentChanged;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.Pricing;
import dev.wakit.inbound.SentMessageNoticed;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import java.math.BigDecimal;
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

    private static final Map<String, SentMessageNoticed.Kind> NOTICES =
            Map.of("deleted", SentMessageNoticed.Kind.DELETED, "warning", SentMessageNoticed.Kind.WARNING);

    private StatusReader() {}

    static Optional<InboundEvent> read(JsonNode status, ChangeContext context) {
        if (Fields.text(status, "type").equals("payment")
                || status.path("payment").isObject()) {
            return payment(status, context);
        }
        if (Fields.text(status, "type").equals("call")) {
            return CallReader.readStatus(status, context);
        }
        String word = Fields.text(status, "status");
        return ChangeContext.messageId(status, "id")
                .flatMap(id -> Optional.ofNullable(STATUSES.get(word))
                        .map(reached -> changed(id, reached, status, context))
                        .or(() -> noticed(id, word, status, context)));
    }

    private static InboundEvent changed(MessageId id, MessageStatus reached, JsonNode status, ChangeContext context) {
        var source = context.sourceWithoutText(status);
        return StatusChanged.builder(id, reached, source.at())
                .source(source)
                .person(person(status, context))
                .groupId(groupId(status))
                .callbackData(text(status, "biz_opaque_callback_data").orElse(null))
                .templateId(Fields.text(status, "template_id"))
                .conversation(conversation(status.path("conversation")).orElse(null))
                .pricing(pricing(status.path("pricing")).orElse(null))
                .errors(Fields.errors(status))
                .build();
    }

    private static Optional<InboundEvent> noticed(MessageId id, String word, JsonNode status, ChangeContext context) {
        return Optional.ofNullable(NOTICES.get(word))
                .map(kind -> new SentMessageNoticed(
                        context.source(status), id, kind, person(status, context), Fields.errors(status)));
    }

    private static boolean isGroup(JsonNode status) {
        return Fields.text(status, "recipient_type").equals("group") || status.has("group_id");
    }

    private static String groupId(JsonNode status) {
        String named = Fields.text(status, "group_id");
        return named.isEmpty() && isGroup(status) ? Fields.text(status, "recipient_id") : named;
    }

    private static Person person(JsonNode status, ChangeContext context) {
        String hash = "recipient_identity_key_hash";
        if (isGroup(status)) {
            // In a group recipient_id names the group, and its digits must not be taken for a phone number.
            return context.person(
                    status,
                    "recipient_participant_id",
                    "recipient_participant_user_id",
                    "recipient_participant_parent_user_id",
                    hash);
        }
        return context.person(status, "recipient_id", "recipient_user_id", "recipient_parent_user_id", hash);
    }

    private static Optional<Conversation> conversation(JsonNode conversation) {
        return Optional.of(conversation)
                .filter(JsonNode::isObject)
                .map(known -> new Conversation(
                        Fields.text(known, "id"),
                        Fields.text(known, "origin", "type"),
                        Fields.timeOrMax(known, "expiration_timestamp")));
    }

    /** The flag will go away; then the type says whether a message is paid for. */
    private static Optional<Pricing> pricing(JsonNode pricing) {
        if (!pricing.isObject()) {
            return Optional.empty();
        }
        String type = Fields.text(pricing, "type");
        boolean billable = pricing.has("billable") ? Fields.flag(pricing, "billable") : type.equals("regular");
        return Optional.of(
                new Pricing(Fields.text(pricing, "category"), type, Fields.text(pricing, "pricing_model"), billable));
    }

    private static Optional<InboundEvent> payment(JsonNode status, ChangeContext context) {
        JsonNode payment = status.path("payment");
        String state = Fields.text(status, "status");
        if (state.isEmpty() || !payment.isObject()) {
            return Optional.empty();
        }
        JsonNode transaction = payment.path("transaction");
        return amount(payment.path("amount"))
                .map(amount -> new PaymentChanged(
                        context.source(status),
                        Fields.text(status, "id"),
                        person(status, context),
                        state,
                        Fields.text(payment, "reference_id"),
                        amount,
                        Fields.text(payment, "currency"),
                        Fields.text(transaction, "id"),
                        Fields.text(transaction, "type"),
                        Fields.text(transaction, "status"),
                        Fields.timeOrMax(transaction, "created_timestamp"),
                        Fields.timeOrMax(transaction, "updated_timestamp")));
    }

    /** Zero if there is none; empty if it is there and cannot be read, since a wrong sum is worse than none. */
    private static Optional<Amount> amount(JsonNode amount) {
        if (!amount.isObject()) {
            return Optional.of(Amount.ZERO);
        }
        JsonNode value = amount.path("value");
        boolean readable = value.canConvertToLong()
                && Fields.decimal(amount, "value")
                                .orElse(BigDecimal.ONE.negate())
                                .signum()
                        >= 0;
        return readable && value.isIntegralNumber()
                ? Optional.of(new Amount(value.longValue(), Fields.whole(amount, "offset")))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(Fields.text(node, field)).filter(text -> !text.isBlank());
    }
}
