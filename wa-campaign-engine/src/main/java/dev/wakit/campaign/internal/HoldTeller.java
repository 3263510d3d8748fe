package dev.wakit.campaign.internal;

import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneKey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when a lane's hold begins, changes and ends. Belongs to the lane's thread. */
final class HoldTeller {

    private static final Logger LOG = LoggerFactory.getLogger(HoldTeller.class);

    private final Notifier notifier;
    private final LaneKey lane;
    private Optional<LaneThrottle.Hold> told = Optional.empty();

    HoldTeller(Notifier notifier, LaneKey lane) {
        this.notifier = notifier;
        this.lane = lane;
    }

    void tell(Optional<LaneThrottle.Hold> hold) {
        if (hold.equals(told)) {
            return;
        }
        told = hold;
        if (hold.isPresent()) {
            LOG.warn(
                    "Lane {} is held until {}: {}",
                    lane,
                    hold.get().until(),
                    hold.get().reason());
            notifier.tell(new CampaignEvent.LaneHeld(
                    lane.tenant(), lane, hold.get().reason(), hold.get().until()));
        } else {
            LOG.info("Lane {} goes on", lane);
            notifier.tell(new CampaignEvent.LaneReleased(lane.tenant(), lane));
        }
    }
}
