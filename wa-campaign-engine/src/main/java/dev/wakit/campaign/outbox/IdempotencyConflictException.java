package dev.wakit.campaign.outbox;

import dev.wakit.campaign.delivery.DeliveryId;

/**
 * The idempotency key belongs to another request: to another message, recipient or sender, or to other terms such as the category
 * or the time. Nothing was enqueued.
 *
 * @since 0.1
 */
public final class IdempotencyConflictException extends OutboxException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final DeliveryId first;

    /**
     * Says which key.
     *
     * @param key the key
     * @param first the delivery that the key belongs to
     */
    public IdempotencyConflictException(String key, DeliveryId first) {
        super("The idempotency key '" + key + "' was used for another request, with delivery " + first
                + ". Use a new key for a new message; repeat a request with exactly what it had the first time: message, "
                + "recipient, sender, category, priority, mode and times.");
        this.key = key;
        this.first = first;
    }

    /** The key. */
    public String key() {
        return key;
    }

    /** The delivery that the key belongs to. */
    public DeliveryId first() {
        return first;
    }
}
