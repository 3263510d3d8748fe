package dev.wakit.campaign.store;

/**
 * The right of one worker to plan a campaign, with how far planning got.
 *
 * <p>Immutable.
 *
 * @param campaign the campaign, in status PREPARING
 * @param worker the planner
 * @param epoch grows by one with every claim
 * @param plannedLine the last audience line that is planned; 0 for none
 * @since 0.1
 */
public record PlanningClaim(CampaignRow campaign, String worker, long epoch, long plannedLine) {}
