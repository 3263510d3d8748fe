package dev.wakit.campaign.worker;

import java.time.Instant;

/**
 * A worker as the database knows it, by the signs of life that it writes every few seconds.
 *
 * <p>Immutable. A worker that ends in order takes its entry away; one that was killed stays visible as stale for a day.
 *
 * @param worker its name, new with every start
 * @param host the computer it runs on
 * @param pid its process id there
 * @param version the version of the engine; empty if it was not built into a jar
 * @param startedAt when it was first seen, by the database's clock
 * @param heartbeatAt its last sign of life, by the database's clock
 * @param lanes how many lanes it held then
 * @param state what it said of itself then
 * @param isStale whether it has been silent for more than two leases
 * @since 0.1
 */
public record WorkerStatus(
        String worker,
        String host,
        long pid,
        String version,
        Instant startedAt,
        Instant heartbeatAt,
        int lanes,
        WorkerState state,
        boolean isStale) {}
