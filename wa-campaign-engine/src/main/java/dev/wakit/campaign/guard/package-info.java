/**
 * Guards: what stops a campaign that goes wrong.
 *
 * <p>Start with {@link dev.wakit.campaign.guard.Guards}.
 */
@NullMarked
package dev.wakit.campaign.guard;

import org.jspecify.annotations.NullMarked;
