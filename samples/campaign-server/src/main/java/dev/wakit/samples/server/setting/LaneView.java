package dev.wakit.samples.server.setting;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.pacing.LaneStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lane as pages show it. */
public record LaneView(
        String provider,
        String sender,
        boolean ownedHere,
        double allowedPerSecond,
        int inFlight,
        @Nullable String holdReason,
        @Nullable String heldUntil) {

    /** The lanes of an engine. */
    public static List<LaneView> of(CampaignEngine engine) {
        return engine.lanes().stream().map(LaneView::of).toList();
    }

    private static LaneView of(LaneStatus status) {
        return new LaneView(
                status.lane().provider().value(),
                status.lane().sender().value(),
                status.ownedHere(),
                status.allowedPerSecond(),
                status.inFlight(),
                status.holdReason().orElse(null),
                status.heldUntil().map(Instant::toString).orElse(null));
    }
}
