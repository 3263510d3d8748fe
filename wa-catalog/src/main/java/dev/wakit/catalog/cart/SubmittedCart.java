package dev.wakit.catalog.cart;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cart as a customer sent it, and what became of it. Only its state ever changes. Immutable.
 *
 * @param tenant its owner
 * @param id its id
 * @param key what makes it exist once: a digest of the business number and the message
 * @param sender the business number that it was sent to, by the BSP's id; empty if unknown
 * @param contact who sent it, as {@code Recipient.key()} has it; empty if unknown or erased
 * @param name the name that the person chose; empty if unknown or erased
 * @param metaCatalog the catalog, by Meta's id
 * @param note what the person wrote with it; may be empty
 * @param items its lines, in the order sent
 * @param raw the message as the BSP wrote it; empty once the person is erased
 * @param state what became of it
 * @param order its order; empty before there is one
 * @param reason why it was rejected; empty otherwise
 * @param sentAt when the person sent it
 * @param receivedAt when it was taken over
 * @since 0.1
 */
public record SubmittedCart(
        TenantId tenant,
        CartId id,
        String key,
        String sender,
        String contact,
        String name,
        String metaCatalog,
        String note,
        List<SentItem> items,
        String raw,
        CartState state,
        Optional<OrderId> order,
        String reason,
        Instant sentAt,
        Instant receivedAt) {

    /** Copies the items. */
    public SubmittedCart {
        items = List.copyOf(items);
    }

    /** The same cart, standing elsewhere. */
    public SubmittedCart settled(CartState newState, Optional<OrderId> newOrder, String newReason) {
        return new SubmittedCart(
                tenant,
                id,
                key,
                sender,
                contact,
                name,
                metaCatalog,
                note,
                items,
                raw,
                newState,
                newOrder,
                newReason,
                sentAt,
                receivedAt);
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "SubmittedCart[" + id + " " + state + " " + items.size() + " items]";
    }
}
