package dev.wakit.catalog.message;

import dev.wakit.TenantId;
import dev.wakit.commerce.OrderState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One message to a customer, planned once for its subject, kind and place. Without personal data. Immutable.
 *
 * @param tenant its owner
 * @param subject what it is about
 * @param subjectId the number behind the id of the order, cart or enquiry
 * @param kind what it tells
 * @param place for news of an order the number of the event in its history, for reminders 1 or 2, else 0
 * @param state what became of it
 * @param orderState how far the order had come, in WhatsApp's words; empty where WhatsApp has no word
 * @param shipment the shipment that it is about; 0 if it is about none
 * @param form in which form it was handed over
 * @param delivery by which name whoever sends it knows it; empty before
 * @param reason why it was left out, or the last error of handing it over; empty otherwise
 * @param attempts how often handing it over failed
 * @param nextAt when it is handed over, at the earliest
 * @param createdAt when it was planned
 * @param settledAt when it was handed over or left out; the epoch before
 * @since 0.1
 */
public record ShopMessage(
        TenantId tenant,
        MessageSubject subject,
        long subjectId,
        ShopMessageKind kind,
        int place,
        ShopMessageState state,
        Optional<OrderState> orderState,
        int shipment,
        MessageForm form,
        String delivery,
        String reason,
        int attempts,
        Instant nextAt,
        Instant createdAt,
        Instant settledAt) {

    static ShopMessage planned(
            TenantId tenant,
            MessageSubject subject,
            long subjectId,
            ShopMessageKind kind,
            int place,
            Optional<OrderState> orderState,
            int shipment,
            Instant now) {
        return new ShopMessage(
                tenant,
                subject,
                subjectId,
                kind,
                place,
                ShopMessageState.PLANNED,
                orderState,
                shipment,
                MessageForm.NONE,
                "",
                "",
                0,
                now,
                now,
                Instant.EPOCH);
    }

    /** The name under which it is handed over once. */
    String key() {
        return "shop-" + subject.name().toLowerCase(Locale.ROOT) + "-" + Long.toUnsignedString(subjectId, 36) + "-"
                + kind.name().toLowerCase(Locale.ROOT) + "-" + place;
    }

    ShopMessage queued(MessageForm newForm, String newDelivery, Instant now) {
        return copy(ShopMessageState.QUEUED, newForm, newDelivery, "", attempts, nextAt, now);
    }

    ShopMessage leftOut(String newReason, Instant now) {
        return copy(ShopMessageState.LEFT_OUT, MessageForm.NONE, "", newReason, attempts, nextAt, now);
    }

    ShopMessage failed(String error, Instant again) {
        return copy(ShopMessageState.PLANNED, MessageForm.NONE, "", error, attempts + 1, again, Instant.EPOCH);
    }

    private ShopMessage copy(
            ShopMessageState newState,
            MessageForm newForm,
            String newDelivery,
            String newReason,
            int newAttempts,
            Instant again,
            Instant settled) {
        return new ShopMessage(
                tenant,
                subject,
                subjectId,
                kind,
                place,
                newState,
                orderState,
                shipment,
                newForm,
                newDelivery,
                newReason,
                newAttempts,
                again,
                createdAt,
                settled);
    }
}
