package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides about starts that came too late. */
final class Misfires {

    private Misfires() {}

    /** Why a campaign that is due does not start any more; empty if it does. */
    static Optional<String> missed(CampaignRow row, CampaignSettings settings, Instant now) {
        Duration late = Duration.between(row.startAt(), now);
        Duration allowed = settings.pacing().misfire().startWithin();
        return late.compareTo(allowed) <= 0
                ? Optional.empty()
                : Optional.of("Its start at " + row.startAt() + " was missed by "
                        + late.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "; it was to start within "
                        + allowed + ". Create it again, or allow a later start.");
    }
}
