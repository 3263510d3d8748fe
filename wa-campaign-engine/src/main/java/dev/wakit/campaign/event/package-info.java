/**
 * What the engine tells a host while it happens.
 *
 * <p>Start with {@link dev.wakit.campaign.event.CampaignListener}.
 */
@NullMarked
package dev.wakit.campaign.event;

import org.jspecify.annotations.NullMarked;
