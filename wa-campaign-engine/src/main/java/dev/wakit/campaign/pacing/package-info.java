/**
 * Lanes: the sending queue of one sender, owned by one worker at a time.
 *
 * <p>Start with {@link dev.wakit.campaign.pacing.LaneKey}.
 */
@NullMarked
package dev.wakit.campaign.pacing;

import org.jspecify.annotations.NullMarked;
