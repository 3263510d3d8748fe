package dev.wakit.campaign.event;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.schedule.ScheduleId;
import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in the engine.
 *
 * <p>Events are told after the change is durable; after a crash the same event may be told again.
 *
 * @since 0.1
 */
public sealed interface CampaignEvent {

    /** The owner. */
    TenantId tenant();

    /**
     * A campaign reached another status.
     *
     * @param tenant the owner
     * @param campaign which
     * @param status the new status
     * @param reason why, in words; empty if there is nothing to say
     */
    record StatusChanged(TenantId tenant, CampaignId campaign, CampaignStatus status, String reason)
            implements CampaignEvent {}

    /**
     * A delivery changed: its state, or only what is known about it, such as the time of an earlier status.
     *
     * @param tenant the owner
     * @param delivery the delivery as it is now
     * @param before its state before the change
     */
    record DeliveryChanged(TenantId tenant, Delivery delivery, DeliveryState before) implements CampaignEvent {

        /** Whether the state changed. */
        public boolean isNewState() {
            return delivery.state() != before;
        }
    }

    /**
     * A person wrote.
     *
     * @param tenant the owner
     * @param message what was written
     * @param answered the delivery that it is attributed to, if any
     */
    record ReplyReceived(TenantId tenant, MessageReceived message, Optional<Delivery> answered)
            implements CampaignEvent {}

    /**
     * A person was put on the suppression list.
     *
     * @param tenant the owner
     * @param suppression the new entry
     */
    record PersonSuppressed(TenantId tenant, Suppression suppression) implements CampaignEvent {}

    /**
     * Two message ids were seen for one attempt: WhatsApp got the message twice. This measures the engine's promise.
     *
     * @param tenant the owner
     * @param delivery the delivery concerned
     */
    record DuplicateSendDetected(TenantId tenant, Delivery delivery) implements CampaignEvent {}

    /**
     * Sending from a number is held; it goes on by itself. Told again when the reason or the time changes.
     *
     * @param tenant the owner
     * @param lane the lane
     * @param reason what holds it, in words
     * @param until the earliest time at which it goes on
     */
    record LaneHeld(TenantId tenant, LaneKey lane, String reason, Instant until) implements CampaignEvent {}

    /**
     * A hold is over.
     *
     * @param tenant the owner
     * @param lane the lane
     */
    record LaneReleased(TenantId tenant, LaneKey lane) implements CampaignEvent {}

    /**
     * A sender left a campaign's pool, or takes part in it again.
     *
     * @param tenant the owner
     * @param campaign which
     * @param member the sender as it is now
     */
    record PoolChanged(TenantId tenant, CampaignId campaign, PoolMember member) implements CampaignEvent {}

    /**
     * A schedule's run made no campaign.
     *
     * @param tenant the owner
     * @param schedule which
     * @param dueAt when the run was due
     * @param reason why
     */
    record ScheduleSkipped(TenantId tenant, ScheduleId schedule, Instant dueAt, String reason)
            implements CampaignEvent {}

    /**
     * Sending stopped on all workers, because the database lost history.
     *
     * @param tenant the engine's own tenant; the quarantine concerns all
     * @param quarantine why and until when
     */
    record QuarantineBegan(TenantId tenant, Quarantine quarantine) implements CampaignEvent {}

    /**
     * A quarantine is over and sending goes on.
     *
     * @param tenant the engine's own tenant; the quarantine concerned all
     * @param quarantine the one that is over, as it was last seen
     */
    record QuarantineEnded(TenantId tenant, Quarantine quarantine) implements CampaignEvent {}

    /**
     * A worker's sign of life could not be written: the database is gone, its disk is full, or it does not keep up. While it takes no
     * writes, nothing new is sent and webhooks are answered with 503.
     *
     * @param tenant the engine's own tenant; the outage concerns all
     * @param since since when, as this worker noticed it
     */
    record DatabaseLost(TenantId tenant, Instant since) implements CampaignEvent {}

    /**
     * A worker's sign of life is written again, and what waited for the database goes on.
     *
     * @param tenant the engine's own tenant; the outage concerned all
     * @param since when the outage began
     */
    record DatabaseBack(TenantId tenant, Instant since) implements CampaignEvent {}

    /**
     * The wall clock of this worker's machine jumped, by five seconds at least: it was set, or the machine was suspended. What was
     * prepared before was not sent and waits again.
     *
     * @param tenant the engine's own tenant; the clock concerns all
     * @param by how far, backwards if negative
     * @param to the time afterwards
     */
    record ClockJumped(TenantId tenant, Duration by, Instant to) implements CampaignEvent {}

    /**
     * A webhook event that the engine itself has no use for.
     *
     * @param tenant the owner
     * @param event the event
     */
    record OtherEvent(TenantId tenant, InboundEvent event) implements CampaignEvent {}
}
