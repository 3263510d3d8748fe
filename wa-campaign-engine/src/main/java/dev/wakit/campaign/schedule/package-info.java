/**
 * Campaigns that come back: a recurrence, a spec, and an audience that is read anew each time.
 *
 * <p>Start with {@link dev.wakit.campaign.schedule.Schedules}.
 */
@NullMarked
package dev.wakit.campaign.schedule;

import org.jspecify.annotations.NullMarked;
