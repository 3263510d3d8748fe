package dev.wakit.campaign.outbox;

import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.campaign.store.PastAttempt;
import java.util.Collection;
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
     * @throws IdempotencyConflictException if the key belongs to another request
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

    /** The delivery that was enqueued under an idempotency key; absent once retention has deleted it. */
    Optional<Delivery> findByKey(String idempotencyKey);

    /** A page of the tenant's single sends, of all senders, in the order of their ids, which is that of their enqueueing. */
    List<Delivery> list(DeliveryQuery query);

    /** The earlier attempts of a single send, oldest first, with what an operator decided about them; empty if there is none. */
    List<PastAttempt> pastAttempts(DeliveryId id);

    /**
     * Sends UNKNOWN single sends again, although nobody knows that they were not sent: the person may get the message twice.
     *
     * <p>List them with {@link #list} and the state UNKNOWN. Who decided, when and why is kept as a past attempt of each. What is
     * past its send-by time is SKIPPED then, as too late.
     *
     * @param deliveries at most 1,000
     * @return how many of them wait again
     * @throws dev.wakit.campaign.ResendRefusedException if one of them is not UNKNOWN, is no single send or is AT_MOST_ONCE; then
     *     nothing was changed
     */
    long resendUnknown(Collection<DeliveryId> deliveries, OperatorNote note);

    /**
     * Sends all UNKNOWN single sends of the tenant again, as {@link #resendUnknown} does for some, but for those that are
     * AT_MOST_ONCE, which stay.
     *
     * @return how many of them wait again
     */
    long resendAllUnknown(OperatorNote note);

    /**
     * Takes UNKNOWN single sends for failed, so that nobody looks at them again. Later proof of delivery still moves them on.
     *
     * @param deliveries at most 1,000
     * @return how many of them are FAILED now
     * @throws dev.wakit.campaign.ResendRefusedException if one of them is not UNKNOWN or no single send; then nothing was changed
     */
    long failUnknown(Collection<DeliveryId> deliveries, OperatorNote note);

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
