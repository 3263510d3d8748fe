package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.message.MessageId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of evidence names its delivery: by id, from the attempt ref, or by the BSP's message id.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class DeliveryRef {

    private final @Nullable DeliveryId delivery;
    private final @Nullable MessageId messageId;

    private DeliveryRef(@Nullable DeliveryId delivery, @Nullable MessageId messageId) {
        this.delivery = delivery;
        this.messageId = messageId;
    }

    /** By id. */
    public static DeliveryRef of(DeliveryId delivery) {
        return new DeliveryRef(delivery, null);
    }

    /** By the BSP's message id, of the latest attempt or of an earlier one. */
    public static DeliveryRef of(MessageId messageId) {
        return new DeliveryRef(null, messageId);
    }

    /** The id, if known. */
    public Optional<DeliveryId> delivery() {
        return Optional.ofNullable(delivery);
    }

    /** The message id, if that is the name. */
    public Optional<MessageId> messageId() {
        return Optional.ofNullable(messageId);
    }
}
