package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Single sends, which are deliveries of hidden campaigns, the mailboxes, and their idempotency keys.
 *
 * @since 0.1
 */
public interface OutboxStore {

    /**
     * The mailbox of this lane and name, which is added, with its lane, if there is none.
     *
     * @param proposed the row to add; its status is RUNNING and its {@link CampaignRow#mailbox} is not empty
     * @return the row that is there now
     */
    CampaignRow mailbox(CampaignRow proposed);

    /**
     * Stores single sends: all that are new, or none if one of them has a key that belongs to another request.
     *
     * <p>No row is written that two of these calls share, so that they wait for each other only when they have the same key. The
     * counters of the mailbox do not count these rows, so its counts of PENDING and SKIPPED mean nothing.
     *
     * @param entries at most 1,000
     * @return one result for each entry, in their order; when one is a CONFLICT, the others that would be added are ADDED too, and
     *     are not
     */
    List<Enqueued> enqueue(List<OutboxEntry> entries);

    /** The delivery that a key belongs to. */
    Optional<DeliveryId> findByKey(TenantId tenant, String key);

    /** A page of a tenant's single sends, of all mailboxes, in the order of ids. */
    List<Delivery> list(TenantId tenant, DeliveryQuery query);

    /**
     * How many single sends are PENDING on a lane.
     *
     * @param atMost where to stop counting
     */
    long countPending(LaneKey lane, long atMost);

    /**
     * Forgets idempotency keys. Deliveries stay.
     *
     * @param before only keys that are older than this
     * @param limit at most so many
     * @return how many; fewer than the limit means that none is left
     */
    int forgetKeys(Instant before, int limit);

    /**
     * Deletes single sends that have an end, with their earlier attempts, in one transaction; the counters of their mailbox go down
     * with them. Their idempotency keys stay.
     *
     * <p>An end is every state but PENDING, SENDING and UNCERTAIN.
     *
     * @param below only those whose id is below this one, which tells when they were enqueued
     * @param before only those that were due before this time and of which nothing was heard since
     * @param limit at most so many
     * @return how many, of one mailbox; 0 if none is left in any, or if those that were left changed at this moment
     */
    int deleteSettled(DeliveryId below, Instant before, int limit);
}
