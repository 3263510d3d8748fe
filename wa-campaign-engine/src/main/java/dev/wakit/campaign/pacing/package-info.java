/**
 * Pacing: lanes, which are the sending queues of senders, and every limit that holds messages back.
 *
 * <p>Start with {@link dev.wakit.campaign.pacing.Pacing} for a campaign's own limits and with
 * {@link dev.wakit.campaign.pacing.Hold} for what holds it now.
 */
@NullMarked
package dev.wakit.campaign.pacing;

import org.jspecify.annotations.NullMarked;
