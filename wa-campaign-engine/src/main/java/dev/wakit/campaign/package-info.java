/**
 * Campaigns: what is sent to whom, when, how fast, and how far it got.
 *
 * <p>Start with {@link dev.wakit.campaign.CampaignEngine}. It works on the storage interfaces of {@code dev.wakit.campaign.store}
 * and on the provider SPI; it knows no database, no BSP and no HTTP.
 */
@NullMarked
package dev.wakit.campaign;

import org.jspecify.annotations.NullMarked;
