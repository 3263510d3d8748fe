package dev.wakit.campaign.webhook;

import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the webhooks of a lane's sender work, as far as deliveries without an answer depend on it.
 *
 * <p>Immutable.
 *
 * @param lane the lane
 * @param latestStatus the time of the latest status that was processed, by the BSP's clock
 * @param notProvenSince when the oldest delivery became UNCERTAIN whose time for evidence is over and goes on, because no later
 *     status was processed or webhooks wait; absent if there is none. Check the webhook subscription then
 * @since 0.1
 */
public record WebhookChannel(LaneKey lane, Optional<Instant> latestStatus, Optional<Instant> notProvenSince) {}
