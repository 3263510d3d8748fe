package dev.wakit.campaign;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.SendPlan;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.rate.RateLimit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The campaigns of one tenant.
 *
 * <p>Thread-safe. Each method is durable when it returns. One that throws a {@link CampaignException} changed nothing.
 *
 * @since 0.1
 */
public interface Campaigns {

    /**
     * Captures the audience, checks the content against the approved template, and stores the campaign: as a draft, or scheduled
     * if the spec has a start time. Nothing is sent before it is launched or due.
     *
     * <p>The audience is read to its end, in batches; afterwards the caller may disconnect.
     *
     * @throws InvalidCampaignException if a rule of {@link InvalidCampaignException.Problem} is broken
     */
    Campaign create(CampaignSpec spec);

    /**
     * A campaign as it stands now.
     *
     * @throws CampaignNotFoundException if this tenant has no such campaign
     */
    Campaign get(CampaignId id);

    /** A campaign as it stands now, if there is one. */
    Optional<Campaign> find(CampaignId id);

    /** A page of campaigns, newest first. */
    List<Campaign> list(CampaignQuery query);

    /** Starts a draft or scheduled campaign now. */
    Campaign launch(CampaignId id);

    /** Lets a draft start by itself, or moves the start of a scheduled campaign. */
    Campaign schedule(CampaignId id, Instant startAt);

    /**
     * Stops a running campaign after the messages now in flight.
     *
     * <p>A campaign that a guard paused stays paused, and is the caller's pause from then on: its {@link Campaign#reason()} is empty,
     * and no webhook lets it go on. A campaign that an operator paused already stays as it is.
     *
     * @throws CampaignStateException if it is neither running nor paused
     */
    Campaign pause(CampaignId id);

    /** Goes on with a paused campaign, or with a failed one whose cause is mended. */
    Campaign resume(CampaignId id);

    /** Ends a campaign: what is pending is not sent. What was accepted already cannot be taken back. */
    Campaign cancel(CampaignId id);

    /** Deletes a draft with its audience, or a finished campaign with all its records. */
    void delete(CampaignId id);

    /**
     * Sends the FAILED deliveries of a running, paused, completed or failed campaign again.
     *
     * @return how many deliveries wait again
     */
    long retryFailed(CampaignId id);

    /**
     * Sends UNKNOWN deliveries again, although nobody knows that they were not sent: the person may get the message twice.
     *
     * <p>List them with {@link #deliveries} and the state UNKNOWN. Who decided, when and why is kept as a past attempt of each. A
     * completed or failed campaign runs again.
     *
     * @param deliveries at most 1,000
     * @return how many deliveries wait again
     * @throws ResendRefusedException if one of them is not UNKNOWN or not of this campaign, or if the campaign is AT_MOST_ONCE
     */
    long resendUnknown(CampaignId id, Collection<DeliveryId> deliveries, OperatorNote note);

    /**
     * Sends all UNKNOWN deliveries of a campaign again, as {@link #resendUnknown} does for some.
     *
     * @return how many deliveries wait again
     * @throws ResendRefusedException if the campaign is AT_MOST_ONCE
     */
    long resendAllUnknown(CampaignId id, OperatorNote note);

    /**
     * Takes UNKNOWN deliveries for failed, so that nobody looks at them again. Later proof of delivery still moves them on.
     *
     * @param deliveries at most 1,000
     * @return how many deliveries are FAILED now
     * @throws ResendRefusedException if one of them is not UNKNOWN or not of this campaign
     */
    long failUnknown(CampaignId id, Collection<DeliveryId> deliveries, OperatorNote note);

    /** Changes the fastest rate of a campaign, also while it runs. */
    Campaign changeRate(CampaignId id, RateLimit rate);

    /**
     * Changes the pacing of a campaign, also while it runs. Who was planned for a window in the recipient's zone keeps that zone.
     *
     * @throws InvalidCampaignException if it has a spend budget for which the engine has no prices
     */
    Campaign changePacing(CampaignId id, Pacing pacing);

    /**
     * What holds the messages of a running campaign now, each layer by itself; empty if nothing does, or if it does not run.
     *
     * <p>The worker that owns the campaign's lane knows all of it, as of a quarter of a second ago; another engine tells the window
     * only.
     */
    List<Hold> holds(CampaignId id);

    /** How what is left of a campaign splits over the coming days by throughput, window, portfolio and ramp-up. */
    SendPlan plan(CampaignId id);

    /** A page of a campaign's deliveries, in the order of planning. */
    List<Delivery> deliveries(CampaignId id, DeliveryQuery query);

    /** One delivery. */
    Optional<Delivery> delivery(DeliveryId id);

    /** The earlier attempts of a delivery, oldest first. */
    List<PastAttempt> pastAttempts(DeliveryId id);
}
