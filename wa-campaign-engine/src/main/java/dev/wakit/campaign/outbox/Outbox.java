package dev.wakit.campaign.outbox;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.OutboxStore;
import java.util.List;
import java.util.Optional;

/**
 * The single sends of one tenant.
 *
 * <p>An enqueued message is durable when the call returns, and from then on goes the same way as a message of a campaign: one
 * request for each attempt, webhooks, retries, and an honest state when nobody knows. Listeners hear of its changes as
 * {@link dev.wakit.campaign.event.CampaignEvent.DeliveryChanged}. Thread-safe.
 *
 * @since 0.1
 */
public interface Outbox {

    /**
     * Stores a message to be sent.
     *
     * <p>For a person whose suppression holds the message back, and for a message that is too late already, the delivery is SKIPPED
     * with the reason. When this throws a
     * {@link dev.wakit.campaign.store.StoreException}, the message may be stored or not; repeat the call with the same idempotency
     * key to find out and to make sure.
     *
     * @throws IdempotencyConflictException if the key belongs to another message, recipient or sender
     * @throws OutboxFullException if too many messages wait on the lane
     * @throws InvalidSendException if no provider of the engine can send it
     */
    SendReceipt enqueue(SingleSend send);

    /**
     * Stores a message for each of a few people in one transaction, without a campaign.
     *
     * <p>Who cannot be sent to is told in the result, and does not keep the others from their message.
     *
     * @return one result for each person, in their order
     * @throws InvalidSendException if there are more people than the engine's limit, {@value QuickSend#DEFAULT_LIMIT} when not set
     * @throws IdempotencyConflictException if the key belongs to another quick send
     * @throws OutboxFullException if too many messages wait on the lane
     */
    List<QuickResult> sendAll(QuickSend send);

    /** A single send of the tenant; absent for a delivery of a campaign. */
    Optional<Delivery> find(DeliveryId id);

    /** The delivery that was enqueued under an idempotency key, as long as the key is remembered. */
    Optional<Delivery> findByKey(String idempotencyKey);

    /**
     * Takes a message back that was not begun.
     *
     * @return whether it is CANCELLED now by this call; false if it was on its way already, is over, or is of a campaign
     */
    boolean cancel(DeliveryId id);

    /**
     * An outbox that stores through another store, such as one that writes inside a transaction of the host.
     *
     * <p>Its {@link #enqueue} and {@link #sendAll} return before that transaction is committed, so they wake no lane and tell no
     * listener: a lane finds the message by itself within about half a second after the commit, or at once after {@link #wake}.
     */
    Outbox within(OutboxStore store);

    /** Makes the lanes of this process look for new messages at once. */
    void wake();
}
