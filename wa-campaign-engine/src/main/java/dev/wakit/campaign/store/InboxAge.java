package dev.wakit.campaign.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a tenant's inbox is behind.
 *
 * <p>Immutable.
 *
 * @param oldestWaiting when the oldest entry that waits was received
 * @param latestParked when the latest entry that was set aside was received
 * @since 0.1
 */
public record InboxAge(Optional<Instant> oldestWaiting, Optional<Instant> latestParked) {}
