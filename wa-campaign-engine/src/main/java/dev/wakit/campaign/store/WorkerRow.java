package dev.wakit.campaign.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A worker as stored.
 *
 * <p>Immutable.
 *
 * @param beat its last sign of life
 * @param startedAt when the first one was written, by the database's clock
 * @param heartbeatAt when the last one was written, by the database's clock
 * @param silentFor how long ago that was, by the database's clock
 * @since 0.1
 */
public record WorkerRow(WorkerBeat beat, Instant startedAt, Instant heartbeatAt, Duration silentFor) {}
