package dev.wakit.campaign.store;

import java.time.Instant;

/**
 * The deliveries of a campaign that wait because their people get no marketing for now.
 *
 * <p>Immutable.
 *
 * @param deliveries how many
 * @param firstEnds when the first of these waits ends; the epoch if there is none
 * @since 0.1
 */
public record QuietWait(long deliveries, Instant firstEnds) {}
