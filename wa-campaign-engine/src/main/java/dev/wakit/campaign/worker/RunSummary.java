package dev.wakit.campaign.worker;

import java.time.Duration;

/**
 * What one limited run did.
 *
 * <p>Immutable.
 *
 * @param sent messages that the BSP accepted
 * @param webhooks webhook bodies that were processed
 * @param left deliveries of running campaigns that still wait, now or for a later try
 * @param isIdle whether nothing more was due
 * @param took how long it took
 * @since 0.1
 */
public record RunSummary(long sent, long webhooks, long left, boolean isIdle, Duration took) {}
