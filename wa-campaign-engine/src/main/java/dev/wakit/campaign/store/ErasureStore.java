package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Erases what is kept about single people, table by table. Every step may be repeated without harm.
 *
 * <p>{@link #remember} comes first: from then on nothing is sent to the person, and what a planner adds has no address.
 *
 * @since 0.1
 */
public interface ErasureStore {

    /**
     * Every key under which deliveries know the people with these keys, these included: a delivery to a phone number and a user id
     * makes one person of the two.
     */
    Set<String> names(TenantId tenant, Collection<String> recipientKeys);

    /**
     * Puts people on the suppression list under a keyed hash of each key, for messages of every kind, and removes their entries that
     * hold the key itself.
     *
     * @return how many entries were removed
     */
    int remember(TenantId tenant, Collection<String> recipientKeys, Instant now);

    /** Whether anybody of a tenant was erased. */
    boolean isAnyErased(TenantId tenant);

    /** Which of these keys belong to people who were erased. */
    Set<String> erased(TenantId tenant, Collection<String> recipientKeys);

    /**
     * Clears rows of a captured audience: no address, no name, no values, and {@link AudienceRow#ERASED} as their error.
     *
     * <p>Waits for a planner that adds rows of the campaign at this moment, also when no lines are given: what it adds can be found
     * afterwards.
     *
     * @return how many rows
     */
    int clearAudienceRows(TenantId tenant, CampaignId campaign, Collection<Long> lines);

    /**
     * Deletes deliveries to people, with their earlier attempts, the kept statuses of their messages and their idempotency keys. One
     * that is SENDING stays: its request may be on the wire.
     *
     * <p>The counters of campaigns go on as if the rows were there: one that was PENDING counts as SKIPPED for the reason ERASED, one
     * that was UNCERTAIN as UNKNOWN. Those of mailboxes count their rows, as they always do.
     *
     * @param limit at most so many deliveries; call again while as many were deleted
     */
    ErasedDeliveries deleteDeliveries(TenantId tenant, Collection<String> recipientKeys, int limit);

    /**
     * Deletes kept statuses whose message id holds one of these texts.
     *
     * @return how many
     */
    int deleteStatuses(TenantId tenant, Collection<String> traces);

    /**
     * Looks through a page of stored webhooks and clears the body and headers of those that hold one of these texts; one that was set
     * aside counts as processed. One that waits for processing is left alone.
     *
     * @param afterId only webhooks after this id; {@link Long#MIN_VALUE} for the first page
     * @param limit how many webhooks are looked at
     */
    ErasedWebhooks clearWebhooks(TenantId tenant, Collection<String> traces, long afterId, int limit);

    /** Settles webhooks that were processed, and clears their bodies and headers, because they name people who were erased. */
    void settleCleared(Collection<Long> webhooks, Instant now);
}
