/**
 * Where a host hands over what a BSP posts.
 *
 * <p>Start with {@link dev.wakit.campaign.webhook.WebhookEndpoint}.
 */
@NullMarked
package dev.wakit.campaign.webhook;

import org.jspecify.annotations.NullMarked;
