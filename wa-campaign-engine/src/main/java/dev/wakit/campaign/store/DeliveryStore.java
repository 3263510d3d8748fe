package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Deliveries, and the counters of their campaigns, which change in the same transaction as the rows they count.
 *
 * <p>Every write of a worker is fenced: it checks the lane's owner and epoch, and the row's state and attempt.
 *
 * @since 0.1
 */
public interface DeliveryStore {

    /** Which of these recipient keys have a planned delivery in the campaign already. */
    Set<String> planned(TenantId tenant, CampaignId campaign, Collection<String> recipientKeys);

    /**
     * Adds planned rows (PENDING or SKIPPED), counts them, notes how far planning got and renews the claim. A row without a lane gets
     * the campaign's.
     *
     * @param plannedLine the last audience line that these rows cover
     * @return false if the claim is lost; then nothing was written
     */
    boolean plan(PlanningClaim claim, List<Delivery> rows, long plannedLine, Duration lease);

    /**
     * Ends planning: moves the campaign from PREPARING and deletes its captured audience.
     *
     * @return false if the claim is lost or the campaign was moved meanwhile
     */
    boolean finishPlanning(PlanningClaim claim, CampaignStatus to, String reason, Instant at);

    /** Reads ahead the rows without a zone. */
    default List<Delivery> readAhead(LaneLease lease, CampaignId campaign, Instant now, ReadCursor after, int limit) {
        return readAhead(lease, campaign, "", now, after, limit);
    }

    /**
     * PENDING rows of a campaign and zone on this lane that are due, after the cursor, in the order of time due and id. Writes
     * nothing.
     *
     * @param zone as {@link Delivery#zone()}
     */
    List<Delivery> readAhead(
            LaneLease lease, CampaignId campaign, String zone, Instant now, ReadCursor after, int limit);

    /** Commits intents that no limit holds. */
    default IntentResult commitIntents(LaneLease lease, List<Intent> intents, Instant now) {
        return commitIntents(lease, intents, IntentLimits.NONE, now);
    }

    /** When the first PENDING row of a campaign is due; empty if none is PENDING. */
    Optional<Instant> nextDue(TenantId tenant, CampaignId campaign);

    /**
     * Makes the intent to send durable: rows that are PENDING with {@code attemptNo - 1} on the lease's lane, whose campaign is RUNNING
     * and whose person is not suppressed, become SENDING with the new attempt number, the lane's epoch and the time. What a limit holds stays
     * PENDING; who reached a cap is SKIPPED.
     *
     * <p>If this throws, nobody knows whether the rows are SENDING: nothing may be sent before {@link #reread} says so.
     *
     * @param intents at most 1,000, of one lane
     */
    IntentResult commitIntents(LaneLease lease, List<Intent> intents, IntentLimits limits, Instant now);

    /**
     * Which of these intents are in the database as this lease's own: SENDING on its lane with the attempt number and its epoch. Epochs
     * of two lanes may be equal, so the lane counts too: the row may have moved to another one, which sends it.
     *
     * @return empty set if the lane has another owner or epoch
     */
    Set<DeliveryId> reread(LaneLease lease, List<Intent> intents);

    /**
     * Writes outcomes to rows that are still SENDING on the lease's lane with the same attempt and epoch.
     *
     * <p>Rows that go back to PENDING after an attempt that reached the BSP keep a {@link PastAttempt}.
     *
     * @return the ids of those that were not written, because a webhook or a new owner was faster; they go through {@link #merge}
     */
    Set<DeliveryId> recordOutcomes(LaneLease lease, List<OutcomeWrite> outcomes);

    /**
     * Gives back rows whose request was never started, SENDING to PENDING, with the attempt number burnt.
     *
     * @return how many were given back
     */
    int giveBack(LaneLease lease, List<Intent> intents, Instant now);

    /**
     * Marks what was left in flight on the lane: SENDING rows of epochs below the lease's, and rows of any epoch whose intent is
     * older than {@code intentBefore}, become UNCERTAIN.
     *
     * @return how many
     */
    int interrupt(LaneLease lease, Instant intentBefore, Instant now);

    /** Which campaigns have UNCERTAIN deliveries on which lanes, of all tenants. Cheap when none has. */
    List<UncertainGroup> uncertainGroups(int limit);

    /** UNCERTAIN deliveries of a group. Locks nothing; {@link #merge} decides about them. */
    List<Delivery> uncertain(UncertainQuery query);

    /**
     * Finds and locks the deliveries that these references name, lets the merger decide about each reference in order, and writes
     * the results with counters, past attempts and suppressions: one transaction.
     *
     * <p>A delivery that goes back to PENDING makes its COMPLETED campaign RUNNING again. A message id that becomes known marks
     * the statuses kept for it in the {@link OrphanStore}.
     *
     * @param refs at most 1,000
     */
    MergeResult merge(TenantId tenant, List<DeliveryRef> refs, Merger merger, Instant now);

    /**
     * Moves up to {@code limit} PENDING rows of a campaign to CANCELLED.
     *
     * @return how many; fewer than the limit means that none is left
     */
    int cancelPending(TenantId tenant, CampaignId campaign, int limit, Instant now);

    /**
     * Moves up to {@code limit} PENDING rows of a campaign to SKIPPED.
     *
     * @return how many; fewer than the limit means that none is left
     */
    int skipPending(TenantId tenant, CampaignId campaign, SkipReason reason, int limit, Instant now);

    /**
     * Moves up to {@code limit} FAILED rows of a campaign back to PENDING, due now, with their tries set to 0.
     *
     * @param after only ids above this one
     * @return the highest id handled and how many; empty when none is left
     */
    Optional<RetriedPage> retryFailed(TenantId tenant, CampaignId campaign, DeliveryId after, int limit, Instant now);

    /**
     * Moves up to {@code limit} PENDING rows of a campaign from one lane to others: one transaction. Rows in any other state stay with
     * the lane that made their attempt.
     *
     * @param to the new lane of a person, by recipient key; quick, and without side effects
     * @return how many; 0 means that none was left, or that others moved or sent those that were
     */
    int moveLane(TenantId tenant, CampaignId campaign, LaneKey from, int limit, Function<String, LaneKey> to);

    /**
     * The lanes over which these people got a message last, by recipient key; who got none over these lanes is missing. A message
     * counts once the BSP has accepted it, and no longer when it failed.
     *
     * @param among only these lanes, of this tenant
     */
    Map<String, LaneKey> latestLanes(TenantId tenant, Collection<String> recipientKeys, Collection<LaneKey> among);

    /** One delivery. */
    Optional<Delivery> find(TenantId tenant, DeliveryId id);

    /** A page of a campaign's deliveries. */
    List<Delivery> list(TenantId tenant, CampaignId campaign, DeliveryQuery query);

    /** The earlier attempts of a delivery, oldest first. */
    List<PastAttempt> pastAttempts(TenantId tenant, DeliveryId id);

    /**
     * The latest delivery that was sent to a person by a campaign created, or as a single send enqueued, since this time, to which
     * a reply is attributed.
     */
    Optional<Delivery> latestTo(TenantId tenant, String recipientKey, CampaignId createdSince);
}
