/**
 * Who may not be sent to, and why.
 *
 * <p>Start with {@link dev.wakit.campaign.consent.Suppression}.
 */
@NullMarked
package dev.wakit.campaign.consent;

import org.jspecify.annotations.NullMarked;
