/**
 * Single sends: one message to one person, durable before the call returns, without a campaign.
 */
@NullMarked
package dev.wakit.campaign.outbox;

import org.jspecify.annotations.NullMarked;
