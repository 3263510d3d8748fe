package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.LaneKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Campaigns and their counters.
 *
 * @since 0.1
 */
public interface CampaignStore {

    /** Adds a campaign with one sender. */
    default void insert(CampaignRow campaign) {
        insert(campaign, List.of());
    }

    /**
     * Adds a campaign with the senders of its pool.
     *
     * @param members its senders, the campaign's own lane among them; empty for a campaign with one sender
     */
    void insert(CampaignRow campaign, List<PoolMember> members);

    /** The campaign of this tenant with this id. */
    Optional<CampaignRow> find(TenantId tenant, CampaignId id);

    /**
     * Campaigns, newest first, without mailboxes.
     *
     * @param statuses only these; all when empty
     * @param before only campaigns older than this one; {@code Long.MAX_VALUE} for the first page
     * @param limit at most so many
     */
    List<CampaignRow> list(TenantId tenant, Set<CampaignStatus> statuses, CampaignId before, int limit);

    /**
     * Moves a campaign to another status if it is in one of the expected ones: compare and set.
     *
     * <p>Sets {@code startedAt} when the new status is PREPARING and {@code finishedAt} when it is finished; clears
     * {@code finishedAt} otherwise. A mailbox never moves.
     *
     * @return whether it moved
     */
    boolean move(
            TenantId tenant, CampaignId id, Set<CampaignStatus> from, CampaignStatus to, String reason, Instant at);

    /**
     * Moves a campaign as {@link #move(TenantId, CampaignId, Set, CampaignStatus, String, Instant)} does, if its status and its
     * reason still are what the caller read: who lifts a pause lifts the one that was read, and no other.
     *
     * @param read the campaign as it was read; its reason is compared character by character
     * @return whether it moved
     */
    boolean move(CampaignRow read, CampaignStatus to, String reason, Instant at);

    /**
     * Moves a campaign from DRAFT to SCHEDULED with a start time, or changes the time of a SCHEDULED one.
     *
     * @return whether it did
     */
    boolean schedule(TenantId tenant, CampaignId id, Instant startAt);

    /**
     * Changes the settings text of a campaign if it still is what the caller read: compare and set.
     *
     * @param expected the text that was read, compared character by character
     * @return whether it did; false if somebody else changed it meanwhile, or there is no such campaign
     */
    boolean updateSettings(TenantId tenant, CampaignId id, String expected, String settings);

    /**
     * Deletes a campaign with its audience, pool, deliveries and counters if it is in one of these statuses.
     *
     * @return whether it did
     */
    boolean delete(TenantId tenant, CampaignId id, Set<CampaignStatus> in);

    /** SCHEDULED campaigns of all tenants whose time has come, oldest first. */
    List<CampaignRow> due(Instant now, int limit);

    /** Campaigns of all tenants that reached a finished status before this time. */
    List<CampaignRow> finishedBefore(Instant before, int limit);

    /** PREPARING campaigns of all tenants, oldest first, whether somebody plans them or not. */
    List<CampaignRow> preparing(int limit);

    /**
     * Claims one PREPARING campaign of any tenant that nobody plans, or whose planner's lease is over.
     *
     * @param worker who plans
     * @param lease how long the claim holds without a sign of life; every planned batch renews it
     */
    Optional<PlanningClaim> claimPlanning(String worker, Duration lease);

    /**
     * The pools of these campaigns, by campaign, in the order of lanes; a campaign with one sender is missing.
     */
    Map<CampaignId, List<PoolMember>> members(TenantId tenant, Collection<CampaignId> ids);

    /**
     * Changes the state of a sender in a campaign's pool if it is the one that was expected: compare and set.
     *
     * @param from the expected state
     * @param to the sender with its new state, reason and time; its weight is left as it is
     * @return whether it did
     */
    boolean changeMember(TenantId tenant, CampaignId id, PoolMember.State from, PoolMember to);

    /**
     * RUNNING campaigns and mailboxes that a lane sends, alone or with the other senders of a pool, oldest first.
     *
     * <p>Asked several times a second: what it costs does not grow with the number of finished campaigns.
     */
    List<CampaignRow> running(LaneKey lane);

    /**
     * CANCELLED campaigns of all tenants that may have deliveries that are PENDING, or SENDING and so may become PENDING again; those
     * for which {@link #noteEmpty} said otherwise are left out until such a delivery comes back.
     *
     * <p>Asked every few seconds: what it costs does not grow with the number of finished campaigns.
     */
    List<CampaignRow> cancelledNotEmpty(int limit);

    /**
     * Notes that a CANCELLED campaign has no delivery that is PENDING or SENDING, if that is so, checked in the same transaction.
     *
     * @return whether it is
     */
    boolean noteEmpty(TenantId tenant, CampaignId id);

    /**
     * Moves a campaign from RUNNING to COMPLETED if no delivery of it is PENDING or SENDING, checked in the same transaction.
     *
     * @return whether it did
     */
    boolean completeIfDone(TenantId tenant, CampaignId id, Instant at);

    /**
     * The counters of these campaigns, by name. A counter that was never touched is missing.
     *
     * @see CounterNames
     */
    Map<CampaignId, Map<String, Long>> counters(TenantId tenant, Collection<CampaignId> ids);
}
