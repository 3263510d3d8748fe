/**
 * Who receives a campaign.
 *
 * <p>Start with {@link dev.wakit.campaign.audience.Audience}. An audience is captured when the campaign is created, so that the
 * caller may disconnect.
 */
@NullMarked
package dev.wakit.campaign.audience;

import org.jspecify.annotations.NullMarked;
