/**
 * Numbers for monitoring, over Micrometer, which a host that wants them adds.
 *
 * <p>Start with {@link dev.wakit.campaign.metric.CampaignMetrics}.
 */
@NullMarked
package dev.wakit.campaign.metric;

import org.jspecify.annotations.NullMarked;
