package dev.wakit.campaign.store;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;

/**
 * The UNCERTAIN deliveries of one campaign on one lane.
 *
 * <p>Immutable.
 *
 * @param lane the lane that sent them
 * @param campaign their campaign
 * @param oldest since when the oldest of them is UNCERTAIN
 * @since 0.1
 */
public record UncertainGroup(LaneKey lane, CampaignId campaign, Instant oldest) {}
