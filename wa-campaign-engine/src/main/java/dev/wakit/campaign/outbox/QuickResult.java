package dev.wakit.campaign.outbox;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.SkipReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one person of a quick send: a delivery, or why there is none.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class QuickResult {

    private final int position;
    private final @Nullable DeliveryId delivery;
    private final @Nullable SkipReason skipped;
    private final String detail;

    private QuickResult(int position, @Nullable DeliveryId delivery, @Nullable SkipReason skipped, String detail) {
        this.position = position;
        this.delivery = delivery;
        this.skipped = skipped;
        this.detail = detail;
    }

    /** A person with a delivery. */
    public static QuickResult enqueued(int position, DeliveryId delivery) {
        return new QuickResult(position, delivery, null, "");
    }

    /** A person without one. */
    public static QuickResult skipped(int position, SkipReason reason, String detail) {
        return new QuickResult(position, null, reason, detail);
    }

    /** The person's place in the quick send, from 1. */
    public int position() {
        return position;
    }

    /** The delivery, if there is one. A person who is suppressed has one that is SKIPPED. */
    public Optional<DeliveryId> delivery() {
        return Optional.ofNullable(delivery);
    }

    /** Why there is none. */
    public Optional<SkipReason> skipped() {
        return Optional.ofNullable(skipped);
    }

    /** The value that was at fault, such as the name of the missing variable; empty if there is nothing to say. */
    public String detail() {
        return detail;
    }

    @Override
    public String toString() {
        return "QuickResult[" + position + " " + (delivery != null ? delivery : skipped) + "]";
    }
}
